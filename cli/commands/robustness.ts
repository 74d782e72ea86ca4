import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { contract } from '#shared/contract/index.ts';
import { explanationFormat, type ExplanationFormat } from '#shared/contract/explanations.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { robustnessVerdict } from '#shared/text/describeRobustness.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { addExplainedOptions, explainedInput, formatFrom, parsedInput, type ExplainedOptions } from '../options/explaining.ts';
import { addScoringOptions, type ScoringOptions } from '../options/scoring.ts';
import { checkPlace } from '../output.ts';
import { painterFor } from '../painter.ts';
import { collect, parseList, parseNumber, parsePair } from '../parseList.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { withEngine } from '../withEngine.ts';

interface RobustnessOptions extends ScoringOptions, ExplainedOptions {
  readonly model?: string;
  readonly output?: string;
  readonly format?: 'table' | ExplanationFormat;
  readonly rows?: number;
  readonly noise?: readonly number[];
  readonly missing?: readonly number[];
  readonly scale?: readonly number[];
  readonly units?: readonly string[];
  readonly swap?: readonly number[];
  readonly unseen?: readonly number[];
  readonly metric?: readonly string[];
  readonly bound?: readonly string[];
}

const longer = `
Exit code 1 says that a bound is exceeded. Levels are lists; none leaves a kind of perturbation out.

Examples:
  driftglass robustness february.parquet --model fare.onnx --target fare
  driftglass robustness february.parquet --model fare.onnx --noise 0.1 --bound noise.change=0.05,missing.not-finite=0`;

/** Numbers after one another; `none` is an empty list. */
function levels(text: string): number[] {
  return text.trim() === 'none' ? [] : parseList(text).map(parseNumber);
}

const names = (text: string): string[] => (text.trim() === 'none' ? [] : parseList(text));

function boundFrom(text: string): { kind: string; measure: string; most: number } {
  const [name, value] = parsePair(text);
  const [kind = '', measure = '', ...more] = name.split('.');
  if (measure === '' || more.length > 0) {
    throw new AppError('E_USAGE', `${JSON.stringify(text)} should be KIND.MEASURE=NUMBER, as noise.change=0.1 or unseen.flips=0.05.`);
  }
  return { kind, measure, most: parseNumber(value) };
}

function settingsFrom({ noise, missing, scale, units, swap, unseen, metric, bound }: RobustnessOptions): Record<string, unknown> {
  const given = { noise, missing, scale, units, swap, unseen, metrics: metric, bounds: bound?.map(boundFrom) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function runRobustness(data: string | undefined, options: RobustnessOptions, io: CommandIo): Promise<void> {
  const { model, output, clock, rows } = options;
  if (data === undefined || data === '') throw new AppError('E_USAGE', 'Name the data: driftglass robustness DATA --model MODEL.');
  if (model === undefined) throw new AppError('E_USAGE', 'Name the model: --model MODEL.');
  const format = formatFrom(options);
  const input = parsedInput(contract.explanations.robustness.input, {
    ...explainedInput(data, model, options),
    robustness: settingsFrom(options),
    ...(rows !== undefined && { rows }),
  });
  const path = output === undefined || output === '-' ? null : resolve(output);
  await checkPlace(path, [data, model]);
  const start = { workspace: null, modelsOf: options.workspace, ...(clock === undefined ? {} : { clock: (): Date => clock }) };
  await withEngine(start, async ({ api }) => {
    const { explanationTable, renderExplanation, writeFileAtomically } = await import('#engine/index.ts');
    const line = progressLine(io.stderr);
    const report = await api.explanations.robustness(input, { signal: io.signal, progress: line.show }).finally(line.clear);
    if (report.holds === false) io.finish(exitCodes.checksFailed);
    const paint = path === null ? painterFor(io) : undefined;
    const content = format === null ? `${explanationTable(report, { paint })}\n` : renderExplanation(report, format).content;
    if (path === null) {
      io.stdout.write(content);
      return;
    }
    await writeFileAtomically(path, content);
    io.stderr.write(`${visible(`${robustnessVerdict(report).word}. Written: ${path} (${formatBytes(Buffer.byteLength(content))})`)}\n`);
  });
}

function addRobustnessOptions(command: Command): Command {
  addScoringOptions(
    command
      .option('-m, --model <model>', 'the model: an ONNX file, or NAME, NAME@ALIAS or NAME@3 of the registry')
      .option('-o, --output <file>', 'write the result there, whole or not at all; the format follows from its ending')
      .addOption(new Option('--format <format>', 'form of the result; usually a table').choices(['table', ...explanationFormat.options])),
  );
  return addExplainedOptions(command)
    .option('--rows <number>', 'rows to draw (usual: 1000)', parseNumber)
    .option('--noise <numbers>', 'Gaussian noise, in standard deviations of the column (usual: 0.05,0.1,0.5)', levels)
    .option('--missing <shares>', 'shares of the rows whose value is taken away (usual: 0.05,0.25)', levels)
    .option('--scale <factors>', 'factors of a wrong unit (usual: 10,1000,0.001)', levels)
    .option('--units <names>', 'celsius-as-fahrenheit, fahrenheit-as-celsius (usual: both)', names)
    .option('--swap <shares>', 'shares of the rows that get the category of another row (usual: 0.05,0.25)', levels)
    .option('--unseen <shares>', 'shares of the rows that get a category that does not occur (usual: 1)', levels)
    .option('--metric <metrics>', 'metrics, of which the first is bounded (usual: those of the task)', collect)
    .option('--bound <kind.measure=number>', 'the most that change, flips, loss or not-finite may be under one kind', collect);
}

export const robustnessCommand: TerminalCommand = {
  id: 'robustness',
  register: (program, io) => {
    const command = program
      .command('robustness')
      .summary('say how a model bears worse inputs')
      .description('Make the inputs of an ONNX model worse (noise, gaps, wrong units, other categories) and measure how predictions move.')
      .argument('[data]', 'a file (parquet, CSV, JSON lines), a folder of them, or a quoted pattern')
      .addHelpText('after', longer);
    addRobustnessOptions(command).action((data: string | undefined, options: RobustnessOptions) => runRobustness(data, options, io));
  },
};
