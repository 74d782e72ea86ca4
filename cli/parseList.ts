import { AppError } from '#shared/errors/AppError.ts';

/** Splits `a,b` at its commas; a name with a comma stands in double quotes, a quote in it is doubled. */
export function parseList(text: string): string[] {
  const entry = /\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(,|$)/y;
  const names: string[] = [];
  for (;;) {
    const match = entry.exec(text);
    if (match === null)
      throw new AppError('E_USAGE', `The list ${text} is not understood: a quote is not closed, or text stands beside it.`);
    const name = match[1]?.replaceAll('""', '"') ?? match[2]!.trim();
    if (name === '') throw new AppError('E_USAGE', `The list ${JSON.stringify(text)} has an empty name.`);
    names.push(name);
    if (match[3] === '') return names;
  }
}

/** Joins what an option was given each time it was repeated. */
export function collect(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), ...parseList(text)];
}

/** Splits `column=value` at the last `=`, so that the name may hold one. */
export function parsePair(text: string): [column: string, value: string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new AppError('E_USAGE', `${JSON.stringify(text)} should be COLUMN=VALUE.`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

export function parseNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new AppError('E_USAGE', `${JSON.stringify(text)} is not a number.`);
  return value;
}
