import { Argument } from 'commander';
import type { TerminalCommand } from '../command.ts';

export const schemaCommand: TerminalCommand = {
  id: 'schema',
  register: (program, io) => {
    program
      .command('schema')
      .summary('print a JSON schema')
      .description('Print the JSON schema (draft 2020-12) of what Driftglass writes.')
      .addArgument(new Argument('<what>', 'what to describe: the report of --format json').choices(['report']))
      .action(async () => {
        const { reportJsonSchema } = await import('#engine/index.ts');
        io.stdout.write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
      });
  },
};
