import type { MethodInfo } from '#shared/domain/method.ts';
import type { TerminalCommand } from '../command.ts';
import { withEngine } from '../withEngine.ts';

const headings = ['method', 'for', 'decides on', 'threshold', 'other names'] as const;

function row(method: MethodInfo): string[] {
  const decides = method.decidesOn === 'pValue' ? 'p-value' : 'statistic';
  return [method.id, method.appliesTo.join(', '), decides, String(method.threshold), method.aliases.join(', ')];
}

/** Rows under headings, each column as wide as its widest cell. */
export function alignedTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
        const text = options.json ? JSON.stringify(methods, null, 2) : alignedTable(headings, methods.map(row));
        io.stdout.write(`${text}\n`);
      });
  },
};
