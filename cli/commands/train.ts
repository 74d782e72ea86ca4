import { extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { trainedKind, type TrainedKind, type TrainingResult, type TrainingSplit } from '#shared/domain/training.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { describeTraining } from '#shared/text/describeTraining.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { addRowOptions, type RowOptions } from '../options/rows.ts';
import { checkPlace } from '../output.ts';
import { collect, parseNumber } from '../parseList.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { withEngine } from '../withEngine.ts';

interface TrainOptions extends RowOptions {
  readonly target?: readonly string[];
  readonly features?: readonly string[];
  readonly kind?: TrainedKind;
  readonly categorical?: readonly string[];
  readonly split?: number;
  readonly first?: number;
  readonly seed?: number;
  readonly strength?: number;
  readonly output?: string;
  readonly keepTraining?: boolean;
  readonly format?: 'json';
}

const longer = `
Beside MODEL.onnx go MODEL.card.yaml, the model card, and MODEL.reference.parquet, the rows that were held out, with
target and prediction. Files of these names are written over.

Examples:
  driftglass train january.parquet --target fare --features distance,minutes --kind linear -o fare.onnx
  driftglass train clients.csv --target churned --features age,plan --kind boosted-trees -o churn.onnx
  driftglass train trips.parquet --derive "minutes = seconds / 60" --where "minutes < 60" --first 30000 \\
    --target minutes --features distance,fare --kind linear -o minutes.onnx --format json`;

function splitFrom({ split, first, seed }: TrainOptions): TrainingSplit {
  if (first !== undefined) {
    if (split !== undefined || seed !== undefined)
      throw new AppError('E_USAGE', '--first stands alone: --split and --seed draw rows at random.');
    if (!Number.isInteger(first) || first < 1) throw new AppError('E_USAGE', `--first ${first} is no number of rows.`);
    return { by: 'first', rows: first };
  }
  const share = split ?? 0.8;
  if (!(share > 0 && share < 1))
    throw new AppError('E_USAGE', `--split ${share} should be the share of the rows to learn from, above 0 and below 1.`);
  if (seed !== undefined && (!Number.isInteger(seed) || seed < 0))
    throw new AppError('E_USAGE', `--seed ${seed} is no whole number from 0 up.`);
  return { by: 'share', share, seed: seed ?? 0 };
}

/** The .onnx file, and the names beside it. Throws E_USAGE. */
async function placeFrom(output: string | undefined, data: string): Promise<string> {
  if (output === undefined || output === '-') throw new AppError('E_USAGE', 'Say where the model goes: -o MODEL.onnx.');
  const path = resolve(output);
  if (extname(path).toLowerCase() !== '.onnx') throw new AppError('E_USAGE', `A model is written as ONNX; ${output} does not end so.`);
  const stem = path.slice(0, -'.onnx'.length);
  for (const each of [path, `${stem}.card.yaml`, `${stem}.reference.parquet`, `${stem}.training.parquet`]) await checkPlace(each, [data]);
  return path;
}

function print(result: TrainingResult, { format }: TrainOptions, io: CommandIo): void {
  const text = format === 'json' ? JSON.stringify(result, null, 2) : describeTraining(result).map(visible).join('\n');
  io.stdout.write(`${text}\n`);
}

async function train(data: string | undefined, options: TrainOptions, io: CommandIo): Promise<void> {
  const { target, features, kind, strength } = options;
  if (data === undefined || data === '')
    throw new AppError('E_USAGE', 'Name the data: driftglass train DATA --target NAME --features NAMES --kind KIND -o MODEL.onnx.');
  if (target?.length !== 1) throw new AppError('E_USAGE', 'Name one target: --target NAME.');
  if (features === undefined) throw new AppError('E_USAGE', 'Name the features: --features a,b,c.');
  if (kind === undefined) throw new AppError('E_USAGE', `Name the kind of model: --kind ${trainedKind.options.join('|')}.`);
  if (strength !== undefined && (kind !== 'logistic' || !(strength > 0)))
    throw new AppError('E_USAGE', '--strength is a number above 0 and goes with --kind logistic.');
  const path = await placeFrom(options.output, data);
  const line = progressLine(io.stderr);
  const input = {
    source: { path: data },
    target: target[0]!,
    features: [...features],
    kind,
    categorical: [...(options.categorical ?? [])],
    derive: [...(options.derive ?? [])],
    where: options.where ?? null,
    split: splitFrom(options),
    strength: strength ?? 1,
    path,
    keepTraining: options.keepTraining === true,
  };
  await withEngine({ workspace: null }, async ({ api }) => {
    const result = await api.training.train(input, { signal: io.signal, progress: line.show }).finally(line.clear);
    print(result, options, io);
  });
}

function addTrainOptions(command: Command): Command {
  const named = command
    .option('--target <name>', 'the column to predict', collect)
    .option('--features <names>', 'the columns to predict it from', collect)
    .addOption(new Option('--kind <kind>', 'the kind of model').choices(trainedKind.options))
    .option('--categorical <names>', 'features that are categories although they are numbers; text always is', collect);
  return addRowOptions(named)
    .option('--split <share>', 'learn from this share of the rows, drawn at random, and hold out the others (usual: 0.8)', parseNumber)
    .option('--first <rows>', 'learn from the first rows in file order, and hold out the others', parseNumber)
    .option('--seed <number>', 'seed of the split (usual: 0)', parseNumber)
    .option('--strength <number>', 'logistic: how much rows weigh against small coefficients (usual: 1)', parseNumber)
    .option('-o, --output <file>', 'where the model goes: an .onnx file')
    .option('--keep-training', 'write the rows it learned from, with predictions, beside it as well')
    .addOption(new Option('--format <format>', 'what is printed, in place of text').choices(['json']));
}

export const trainCommand: TerminalCommand = {
  id: 'train',
  register: (program, io) => {
    const command = program
      .command('train')
      .summary('train a baseline model')
      .description('Train a baseline model and write it as ONNX, with its card and the rows that were held out.')
      .argument('[data]', 'a file (parquet, CSV, JSON lines), a folder of them, or a quoted pattern')
      .addHelpText('after', longer);
    addTrainOptions(command).action((data: string | undefined, options: TrainOptions) => train(data, options, io));
  },
};
