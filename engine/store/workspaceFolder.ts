import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where the workspace lies when nobody names a folder: the place each system has for the data of programs. */
export function defaultWorkspaceFolder(around: Surroundings = { platform: process.platform, env: process.env, home: homedir() }): string {
  const { platform, env, home } = around;
  if (env['DRIFTGLASS_WORKSPACE']) return env['DRIFTGLASS_WORKSPACE'];
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Driftglass', 'workspace');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Driftglass', 'workspace');
  const data = env['XDG_DATA_HOME'];
  return posix.join(data?.startsWith('/') ? data : posix.join(home, '.local', 'share'), 'driftglass', 'workspace');
}
