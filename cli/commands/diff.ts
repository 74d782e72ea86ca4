import { extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { changesFormat, type ChangesFormat } from '#shared/contract/reports.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { changesVerdict } from '#shared/text/describeChanges.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import type { Engine } from '#engine/index.ts';
import type { TerminalCommand } from '../command.ts';
import { checkPlace } from '../output.ts';
import { painterFor } from '../painter.ts';
import { visible } from '../printError.ts';
import type { TerminalIo } from '../terminalIo.ts';
import { withEngine } from '../withEngine.ts';

interface DiffOptions {
  readonly workspace?: string;
  readonly output?: string;
  readonly format?: 'table' | ChangesFormat;
}

const longer = `
Examples:
  driftglass diff february.json march.json
  driftglass diff february.json march.json -o changes.html`;

const formatOfExtension: Readonly<Record<string, ChangesFormat>> = { '.html': 'html', '.htm': 'html', '.json': 'json', '.md': 'md' };

/** The form in which the changes are written; null is the table. */
function formatFrom({ output, format }: DiffOptions): ChangesFormat | null {
  if (format !== undefined) return format === 'table' ? null : format;
  if (output === undefined || output === '-') return null;
  const found = formatOfExtension[extname(output).toLowerCase()];
  if (found !== undefined) return found;
  const formats = changesFormat.options.join(', ');
  throw new AppError('E_USAGE', `The format cannot be told from the name ${output}. Add --format with one of ${formats}.`);
}

async function reportOf(word: string, { workspace }: DiffOptions, engine: Engine, io: TerminalIo): Promise<DriftReport> {
  const { readReportFile } = await import('#engine/index.ts');
  if (workspace === undefined || word.endsWith('.json')) return readReportFile(word);
  return engine.api.reports.get({ id: word }, { signal: io.signal, progress: () => undefined });
}

async function runDiff(words: readonly [string, string], options: DiffOptions, io: TerminalIo): Promise<void> {
  const format = formatFrom(options);
  const path = options.output === undefined || options.output === '-' ? null : resolve(options.output);
  await checkPlace(path, words);
  await withEngine({ workspace: options.workspace ?? null }, async (engine) => {
    const { changesTable, compareReports, renderChanges, writeFileAtomically } = await import('#engine/index.ts');
    const [before, after] = [await reportOf(words[0], options, engine, io), await reportOf(words[1], options, engine, io)];
    const changes = compareReports(before, after);
    const paint = path === null ? painterFor(io) : undefined;
    const content = format === null ? `${changesTable(changes, { paint })}\n` : renderChanges(changes, format).content;
    if (path === null) {
      io.stdout.write(content);
      return;
    }
    await writeFileAtomically(path, content);
    io.stderr.write(`${visible(`${changesVerdict(changes).word}. Written: ${path} (${formatBytes(Buffer.byteLength(content))})`)}\n`);
  });
}

export const diffCommand: TerminalCommand = {
  id: 'diff',
  register: (program: Command, io) => {
    program
      .command('diff')
      .summary('say what changed between two reports')
      .description('Say what changed from one report to another: verdicts, scores, metrics and findings.')
      .argument('<before>', 'the earlier report: a file saved as JSON, or an id with --workspace')
      .argument('<after>', 'the later report')
      .option('--workspace <folder>', 'take reports by their ids from this workspace')
      .option('-o, --output <file>', 'write the changes there, whole or not at all; the format follows from its ending')
      .addOption(
        new Option('--format <format>', 'form of the changes; usually a table for reading').choices(['table', ...changesFormat.options]),
      )
      .addHelpText('after', longer)
      .action((before: string, after: string, options: DiffOptions) => runDiff([before, after], options, io));
  },
};
