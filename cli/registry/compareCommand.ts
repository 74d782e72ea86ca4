import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  modelComparisonRequest,
  replayRequest,
  type ModelComparison,
  type ModelComparisonRequest,
  type Replay,
} from '#shared/domain/modelComparison.ts';
import { AppError } from '#shared/errors/AppError.ts';
import {
  comparisonVerdict,
  differenceCells,
  differenceHeads,
  disagreementLines,
  modelTitle,
  rateWords,
  replayCells,
  replayHeads,
  replayMetric,
} from '#shared/text/describeModelComparison.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import type { CommandIo } from '../command.ts';
import { addRowOptions, type RowOptions } from '../options/rows.ts';
import { collect, parseNumber } from '../parseList.ts';
import { addPageOptions, withPage, type PageOptions } from './withPage.ts';

interface CompareOptions extends PageOptions, RowOptions {
  readonly data?: string;
  readonly target?: string;
  readonly positiveLabel?: string;
  readonly ignore?: string[];
  readonly by?: string[];
  readonly confidence?: number;
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly examples?: number;
  readonly eachFile?: boolean;
}

const longer = `
Examples:
  driftglass model compare taxi@champion taxi@challenger --data february.parquet --target fare_amount -o compare.html
  driftglass model compare taxi@2 new.onnx --data 'days/*.parquet' --target fare_amount --each-file`;

type Table = (heads: readonly string[], rows: readonly (readonly string[])[]) => string[];

/** Columns as wide as their widest cell; the first stands to the left. */
const table: Table = (heads, rows) => {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [heads, ...rows].map(line);
};

const plain = (value: number | string | null): string =>
  value === null ? '–' : typeof value === 'number' ? formatNumber(value, 6) : value;

function segmentLines({ segments }: ModelComparison, metric: string): string[] {
  return (segments?.columns ?? []).flatMap(({ column, segments: parts }) => {
    const rows = parts.map(({ label, reference, current }) => {
      const of = (side: typeof reference): string => plain(side?.metrics.find((each) => each.metric === metric)?.value ?? null);
      return [label, formatCount(current?.rows ?? 0), of(reference), of(current)];
    });
    return ['', `${metricName(metric).short} by ${column}`, ...table(['segment', 'rows', 'champion', 'challenger'], rows)];
  });
}

function comparisonLines(found: ModelComparison): string[] {
  const { champion, challenger, metrics, data, usedRows, confidence, disagreements } = found;
  const main = metrics[0]?.metric;
  const examples = disagreements.examples.map(({ row, champion: a, challenger: b, target }) => [
    formatCount(row),
    plain(a),
    plain(b),
    plain(target),
  ]);
  return [
    `champion    ${modelTitle(champion)}, ${rateWords(champion)}`,
    `challenger  ${modelTitle(challenger)}, ${rateWords(challenger)}`,
    `data        ${data.path} (${formatCount(data.numberOfRows)} rows${usedRows > 0 ? `, ${formatCount(usedRows)} used` : ''})`,
    ...(metrics.length === 0
      ? []
      : [
          '',
          ...table(differenceHeads, metrics.map(differenceCells)),
          `Intervals of the difference: ${confidence * 100} %, the same rows drawn anew for both.`,
        ]),
    ...(main === undefined ? [] : segmentLines(found, main)),
    '',
    ...disagreementLines(found),
    ...(examples.length === 0 ? [] : table(['row', 'champion', 'challenger', 'target'], examples)),
  ];
}

function replayLines(found: Replay): string[] {
  const metric = replayMetric(found);
  const heads = replayHeads(metric);
  return [
    `champion    ${modelTitle(found.champion)}, ${rateWords(found.champion)}`,
    `challenger  ${modelTitle(found.challenger)}, ${rateWords(found.challenger)}`,
    '',
    ...table(heads, replayCells(found, metric)).map((line) => line.trimEnd()),
  ];
}

function requestFrom(models: readonly [string, string], options: CompareOptions): ModelComparisonRequest {
  const { data, target, positiveLabel, derive, where, ignore, by, confidence, bootstrap, seed, examples } = options;
  if (data === undefined) throw new AppError('E_USAGE', 'Name the data: --data DATA.');
  const given = { target, positiveLabel, derive, where, ignore, by, confidence, replicates: bootstrap, seed, examples };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = modelComparisonRequest.safeParse({ champion: models[0], challenger: models[1], data: { path: resolve(data) }, ...said });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new AppError('E_USAGE', `${issue.path.join('.')}: ${issue.message}`);
}

async function compare(models: readonly [string, string], options: CompareOptions, io: CommandIo): Promise<void> {
  const request = requestFrom(models, options);
  const inputs = [...models, request.data.path];
  const page = async (found: ModelComparison | Replay, createdAt: string): Promise<string> => {
    const { renderModelComparison } = await import('#engine/index.ts');
    return renderModelComparison({ ...found, createdAt });
  };
  if (options.eachFile === true) {
    const asked = replayRequest.parse(request);
    await withPage(options, io, {
      work: ({ api }, context) => api.registry.replay(asked, context),
      lines: replayLines,
      page,
      headline: ({ files }) => `${formatCount(files.length)} files scored anew`,
      inputs,
    });
    return;
  }
  await withPage(options, io, {
    work: ({ api }, context) => api.registry.compare(request, context),
    lines: comparisonLines,
    page,
    headline: (found) => comparisonVerdict(found).word,
    inputs,
  });
}

/** The command that sets two models side by side. */
export function addCompareCommand(group: Command, io: CommandIo): void {
  const command = group
    .command('compare')
    .summary('two models on the same data')
    .description('Score the same data with two models: metrics with intervals of the difference, by segment, where they disagree.')
    .argument('<champion>', 'an ONNX file, NAME, NAME@ALIAS or NAME@3')
    .argument('<challenger>', 'the model that is set against it')
    .option('--data <data>', 'a file (parquet, CSV, JSON lines), a folder of them, or a quoted pattern')
    .option('--target <name>', 'the column with the truth; without it only where they disagree')
    .option('--positive-label <class>', 'the class of interest where there are two');
  addRowOptions(command)
    .option('--ignore <names>', 'columns that are no features', collect)
    .option('--by <names>', 'columns that make segments; usually the first of few categories', collect)
    .option('--confidence <share>', 'of the intervals (usual: 0.95)', parseNumber)
    .option('--bootstrap <times>', 'how often rows are drawn anew for them (usual: 1000)', parseNumber)
    .option('--seed <number>', 'seed of the drawing', parseNumber)
    .option('--examples <number>', 'how many of the rows with the largest disagreement are shown (usual: 10)', parseNumber)
    .option('--each-file', 'each file of the data for itself, one after another: the history, scored anew')
    .addHelpText('after', longer);
  addPageOptions(command).action((champion: string, challenger: string, options: CompareOptions) =>
    compare([champion, challenger], options, io),
  );
}
