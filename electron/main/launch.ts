import { resolve } from 'node:path';

/** What a start of the program asks for. */
export interface Launch {
  readonly files: readonly string[];
  readonly workspace: string | null;
}

/** Reads `[REFERENCE] [CURRENT] --workspace DIR`; other options are the system's and Chromium's. */
export function readLaunch(args: readonly string[], folder: string): Launch {
  const files: string[] = [];
  let workspace: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as string;
    const [name, value] = argument.split(/=(.*)/s);
    if (name === '--workspace') workspace = resolve(folder, value ?? args[++i] ?? '.');
    else if (!argument.startsWith('-')) files.push(resolve(folder, argument));
  }
  return { files, workspace };
}

/** What came over from a second instance, if it is a launch at all. */
export function isLaunch(data: unknown): data is Launch {
  const { files } = (data ?? {}) as Partial<Launch>;
  return Array.isArray(files) && files.every((file) => typeof file === 'string');
}
