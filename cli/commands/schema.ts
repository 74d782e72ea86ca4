import { Argument } from 'commander';
import type { TerminalCommand } from '../command.ts';

export const schemaCommand: TerminalCommand = {
  id: 'schema',
  register: (program, io) => {
    program
      .command('schema')
      .summary('print a JSON schema')
      .description('Print the JSON schema (draft 2020-12) of what Driftglass writes and reads.')
      .addArgument(
        new Argument('<what>', 'what to describe: the report of --format json, a suite file, or a model card').choices([
          'report',
          'suite',
          'card',
        ]),
      )
      .action(async (what: 'report' | 'suite' | 'card' | 'gate') => {
        const { cardJsonSchema, gateJsonSchema, reportJsonSchema, suiteJsonSchema } = await import('#engine/index.ts');
        const schemas = { report: reportJsonSchema, suite: suiteJsonSchema, card: cardJsonSchema, gate: gateJsonSchema };
        io.stdout.write(`${JSON.stringify(schemas[what](), null, 2)}\n`);
      });
  },
};
