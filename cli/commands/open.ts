import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '#shared/errors/AppError.ts';
import type { TerminalCommand } from '../command.ts';

/** In a checkout the starter picks window or browser; an installed package has only the browser workbench. */
function starter(): string {
  const places = ['../../scripts/start.mjs', './serve.js'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = places.find(existsSync);
  if (found === undefined) throw new AppError('E_FILE_NOT_FOUND', `The workbench is not built: there is no ${places.join(' and no ')}.`);
  return found;
}

function run(words: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: 'inherit' });
    child.once('error', reject);
    // Ctrl-C reaches the child as well, since both belong to one terminal.
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 4 : 130)));
  });
}

export const openCommand: TerminalCommand = {
  id: 'open',
  register: (program) => {
    program
      .command('open')
      .summary('open the workbench')
      .description('Open the workbench, with a reference and a current data set if they are named.')
      .argument('[reference]', 'reference data')
      .argument('[current]', 'current data')
      .option('--workspace <folder>', 'the workspace to open')
      .action(async (reference: string | undefined, current: string | undefined, options: { workspace?: string }) => {
        const workspace = options.workspace === undefined ? [] : ['--workspace', options.workspace];
        const data = [reference, current].filter((path) => path !== undefined);
        const code = await run([starter(), ...workspace, ...data]);
        if (code === 130) throw new AppError('E_CANCELLED', 'The workbench was stopped.');
        if (code !== 0) throw new AppError('E_INTERNAL', `The workbench ended with code ${code}.`);
      });
  },
};
