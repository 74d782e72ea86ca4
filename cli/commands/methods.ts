import type { MethodInfo } from '#shared/domain/method.ts';
import type { TerminalCommand } from '../command.ts';
import { withEngine } from '../withEngine.ts';

const columns = ['method', 'for', 'decides on', 'threshold', 'other names'].map(
  (head) => ({ head, align: 'left', most: Number.POSITIVE_INFINITY }) as const,
);

function row(method: MethodInfo): string[] {
  const decides = method.decidesOn === 'pValue' ? 'p-value' : 'statistic';
  return [method.id, method.appliesTo.join(', '), decides, String(method.threshold), method.aliases.join(', ')];
}

export const methodsCommand: TerminalCommand = {
  id: 'methods',
  register: (program, io) => {
    program
      .command('methods')
      .summary('list the drift methods')
      .description('List the drift methods with what they compare, their usual thresholds and the other names they go by.')
      .option('--json', 'as JSON')
      .action(async (options: { json?: boolean }) => {
        const methods = await withEngine({ workspace: null }, (engine) =>
          engine.api.engine.methods({}, { signal: io.signal, progress: () => undefined }),
        );
        const { alignedTable } = await import('#engine/index.ts');
        const table = (): string => alignedTable(columns, methods.map(row), (text) => text).join('\n');
        io.stdout.write(`${options.json ? JSON.stringify(methods, null, 2) : table()}\n`);
      });
  },
};
