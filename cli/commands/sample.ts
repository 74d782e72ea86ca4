import { relative, resolve } from 'node:path';
import type { TerminalCommand } from '../command.ts';
import { progressLine } from '../progressLine.ts';

export const sampleCommand: TerminalCommand = {
  id: 'sample',
  register: (program, io) => {
    program
      .command('sample')
      .summary('make the sample data')
      .description('Make the sample data: a month of taxi trips, and four weeks after it in which several things went wrong.')
      .argument('[folder]', 'a new or empty folder', 'driftglass-sample')
      .action(async (folder: string) => {
        const { makeSampleData } = await import('#engine/index.ts');
        const line = progressLine(io.stderr);
        const sample = await makeSampleData(resolve(folder), { signal: io.signal, progress: line.show }).finally(line.clear);
        const [reference, current] = [sample.reference.path, sample.current.path].map((path) => relative('.', path));
        io.stdout.write(`reference  ${reference}\ncurrent    ${current}\n`);
      });
  },
};
