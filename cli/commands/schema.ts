import { Argument } from 'commander';
import type { TerminalCommand } from '../command.ts';

export const schemaCommand: TerminalCommand = {
  id: 'schema',
  register: (program, io) => {
    program
      .command('schema')
      .summary('print a JSON schema')
      .description('Print the JSON schema (draft 2020-12) of what Driftglass writes and reads.')
      .addArgument(new Argument('<what>', 'what to describe: the report of --format json, or a suite file').choices(['report', 'suite']))
      .action(async (what: string) => {
        const { reportJsonSchema, suiteJsonSchema } = await import('#engine/index.ts');
        const schema = what === 'suite' ? suiteJsonSchema() : reportJsonSchema();
        io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
      });
  },
};
