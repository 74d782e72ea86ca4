import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { contract } from '#shared/contract/index.ts';
import { explanationFormat, type ExplanationFormat } from '#shared/contract/explanations.ts';
import type { DriftAttribution, ModelExplanation, RowExplanation } from '#shared/domain/explanation.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import type { Engine } from '#engine/index.ts';
import type { TerminalCommand } from '../command.ts';
import { addExplainedOptions, explainedInput, formatFrom, parsedInput, type ExplainedOptions } from '../options/explaining.ts';
import { addScoringOptions, type ScoringOptions } from '../options/scoring.ts';
import { checkPlace } from '../output.ts';
import { painterFor } from '../painter.ts';
import { collect, parseNumber, parsePair } from '../parseList.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import type { TerminalIo } from '../terminalIo.ts';
import { withEngine } from '../withEngine.ts';

interface ExplainOptions extends ScoringOptions, ExplainedOptions {
  readonly model?: string;
  readonly output?: string;
  readonly format?: 'table' | ExplanationFormat;
  readonly row?: number;
  readonly set?: readonly string[];
  readonly background?: string;
  readonly reference?: string;
  readonly attribute?: boolean;
  readonly rows?: number;
  readonly backgroundRows?: number;
  readonly permutations?: number;
  readonly curveRows?: number;
  readonly repeats?: number;
  readonly metric?: string;
  readonly points?: number;
  readonly curves?: number;
  readonly importancesOut?: string;
}

type Explanation = RowExplanation | ModelExplanation | DriftAttribution;

const longer = `
Without --row a sample of rows is explained as a whole. With --row one prediction is taken apart, and --set says what if.
With --reference and --attribute the change of the mean prediction is laid to the columns.

Examples:
  driftglass explain february.parquet --model fare.onnx --target fare -o explained.html
  driftglass explain february.parquet --model fare.onnx --row 12 --set distance=8,passengers=1
  driftglass explain february.parquet --model fare.onnx --reference january.parquet --attribute`;

function inputFrom(data: string, model: string, options: ExplainOptions): Record<string, unknown> {
  const { permutations, rows } = options;
  const more = { ...(permutations !== undefined && { permutations }), ...(rows !== undefined && { rows }) };
  return { ...explainedInput(data, model, options), ...more };
}

const backgroundOf = ({ background, reference, backgroundRows }: ExplainOptions): Record<string, unknown> => {
  const path = background ?? reference;
  return { background: path === undefined ? null : { path }, ...(backgroundRows !== undefined && { backgroundRows }) };
};

const valuesOf = ({ set }: ExplainOptions): Record<string, string | null> =>
  Object.fromEntries((set ?? []).map(parsePair).map(([column, value]) => [column, value === 'null' ? null : value]));

function checkTogether({ row, set, attribute, reference, background, importancesOut }: ExplainOptions): void {
  const clash = (message: string): AppError => new AppError('E_USAGE', message);
  if (set !== undefined && row === undefined) throw clash('--set changes a row: name it with --row.');
  if (attribute === true && reference === undefined) throw clash('--attribute needs what current is compared with: --reference REFERENCE.');
  if (attribute === true && row !== undefined) throw clash('--row and --attribute answer different questions; give one of them.');
  if (reference !== undefined && background !== undefined) throw clash('--reference and --background are the same here; give one of them.');
  if (importancesOut !== undefined && (row !== undefined || attribute === true))
    throw clash('--importances-out writes what columns contribute over many rows; leave out --row and --attribute.');
}

async function ask(data: string, model: string, options: ExplainOptions, engine: Engine, io: TerminalIo): Promise<Explanation> {
  const line = progressLine(io.stderr);
  const context = { signal: io.signal, progress: line.show };
  const { explanations } = engine.api;
  const { row, model: whole, drift } = contract.explanations;
  const input = inputFrom(data, model, options);
  const work = async (): Promise<Explanation> => {
    if (options.attribute === true)
      return explanations.drift(parsedInput(drift.input, { ...input, reference: { path: options.reference } }), context);
    if (options.row !== undefined)
      return explanations.row(
        parsedInput(row.input, { ...input, ...backgroundOf(options), row: options.row, values: valuesOf(options) }),
        context,
      );
    const { curveRows, repeats, metric, points, curves } = options;
    const more = { curveRows, repeats, metric, gridSize: points, curves };
    const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
    return explanations.model(parsedInput(whole.input, { ...input, ...backgroundOf(options), ...given }), context);
  };
  return work().finally(line.clear);
}

/** What the columns contribute as a file that --importances reads: the mean over the explained numbers. */
function importancesText({ numbers }: ModelExplanation): string {
  const sums = new Map<string, number>();
  for (const { columns } of numbers)
    for (const { column, meanAbsolute } of columns) sums.set(column, (sums.get(column) ?? 0) + meanAbsolute / numbers.length);
  return `${JSON.stringify(Object.fromEntries(sums), null, 2)}\n`;
}

async function runExplain(data: string | undefined, options: ExplainOptions, io: TerminalIo): Promise<void> {
  const { model, output, importancesOut, clock } = options;
  if (data === undefined || data === '') throw new AppError('E_USAGE', 'Name the data: driftglass explain DATA --model MODEL.');
  if (model === undefined) throw new AppError('E_USAGE', 'Name the model: --model MODEL.');
  checkTogether(options);
  const format = formatFrom(options);
  const path = output === undefined || output === '-' ? null : resolve(output);
  await checkPlace(path, [data, model]);
  await checkPlace(importancesOut === undefined ? null : resolve(importancesOut), [data, model]);
  const start = { workspace: null, modelsOf: options.workspace, ...(clock === undefined ? {} : { clock: (): Date => clock }) };
  await withEngine(start, async (engine) => {
    const { explanationTable, renderExplanation, writeFileAtomically } = await import('#engine/index.ts');
    const explanation = await ask(data, model, options, engine, io);
    if (importancesOut !== undefined) await writeFileAtomically(resolve(importancesOut), importancesText(explanation as ModelExplanation));
    const paint = path === null ? painterFor(io) : undefined;
    const content = format === null ? `${explanationTable(explanation, { paint })}\n` : renderExplanation(explanation, format).content;
    if (path === null) {
      io.stdout.write(content);
      return;
    }
    await writeFileAtomically(path, content);
    io.stderr.write(`${visible(`Written: ${path} (${formatBytes(Buffer.byteLength(content))})`)}\n`);
  });
}

function addExplainOptions(command: Command): Command {
  addScoringOptions(
    command
      .option('-m, --model <model>', 'the model: an ONNX file, or NAME, NAME@ALIAS or NAME@3 of the registry')
      .option('-o, --output <file>', 'write the explanation there, whole or not at all; the format follows from its ending')
      .addOption(
        new Option('--format <format>', 'form of the explanation; usually a table').choices(['table', ...explanationFormat.options]),
      ),
  );
  return addExplainedOptions(command)
    .option('--row <number>', 'take the prediction of this row apart, counted from 1', parseNumber)
    .option('--set <column=value>', 'what if the row had this value; null for a missing one', collect)
    .option('--background <data>', 'rows that stand for what is usual; without it rows of DATA')
    .option('-r, --reference <data>', 'the same, and what current is compared with by --attribute')
    .option('--attribute', 'lay the change of the mean prediction since the reference to the columns')
    .option('--rows <number>', 'rows to explain (usual: 100), or to draw a side for --attribute (usual: 2000)', parseNumber)
    .option('--background-rows <number>', 'background rows to draw (usual: 100)', parseNumber)
    .option(
      '--permutations <number>',
      'orders of the columns for each pair of rows (usual: 1; with --row 10, with --attribute 2)',
      parseNumber,
    )
    .option('--curve-rows <number>', 'rows for permutation importance and partial dependence (usual: 1000)', parseNumber)
    .option('--repeats <number>', 'how often each column is shuffled (usual: 5)', parseNumber)
    .option('--metric <metric>', 'the metric of permutation importance (usual: rmse, roc-auc or accuracy)')
    .option('--points <number>', 'points of a curve of partial dependence at most (usual: 20)', parseNumber)
    .option('--curves <number>', 'curves of so many columns, those that contribute most (usual: 6)', parseNumber)
    .option('--importances-out <file>', 'write what each column contributes, for --importances of driftglass report');
}

export const explainCommand: TerminalCommand = {
  id: 'explain',
  register: (program, io) => {
    const command = program
      .command('explain')
      .summary('say why a model predicts what it does')
      .description('Explain an ONNX model on data: what each column contributes, what matters, how predictions follow a column.')
      .argument('[data]', 'a file (parquet, CSV, JSON lines), a folder of them, or a quoted pattern')
      .addHelpText('after', longer);
    addExplainOptions(command).action((data: string | undefined, options: ExplainOptions) => runExplain(data, options, io));
  },
};
