import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { Option } from 'commander';
import type { ScoringResult } from '#shared/domain/model.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { describeMapping, describeScoring } from '#shared/text/describeScoring.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { addRowOptions, type RowOptions } from '../options/rows.ts';
import { addScoringOptions, modelWord, scoringFrom, type ScoringOptions } from '../options/scoring.ts';
import { checkPlace } from '../output.ts';
import { collect } from '../parseList.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { withEngine } from '../withEngine.ts';

interface ScoreOptions extends ScoringOptions, RowOptions {
  readonly model?: string;
  readonly output?: string;
  readonly keep?: readonly string[];
  readonly ignore?: readonly string[];
  readonly workspace?: string;
  readonly format?: 'json';
}

const longer = `
Rows come out in the order they came in. With -o FOLDER/ each file of DATA is scored into a file of its own, and only
those that are new or have changed since the last time. Work that was stopped goes on where it was when the same
command is given again.

Examples:
  driftglass score february.parquet --model fare.onnx -o predictions.parquet
  driftglass score february.parquet --model fare.onnx --map distance,passengers,hour -o predictions.parquet
  driftglass score 'days/*.parquet' --model fare.onnx -o scored/`;

const asFolder = async (path: string): Promise<boolean> => {
  if (/[\\/]$/.test(path)) return true;
  return (await stat(path).catch(() => null))?.isDirectory() === true;
};

function printResult(result: ScoringResult & { path: string; bytes: number }, { format }: ScoreOptions, io: CommandIo): void {
  if (format === 'json') {
    io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const lines = [...describeMapping(result.mapped), ...describeScoring(result), `Written: ${result.path} (${formatBytes(result.bytes)})`];
  io.stdout.write(`${lines.map(visible).join('\n')}\n`);
}

async function score(data: string | undefined, options: ScoreOptions, io: CommandIo): Promise<void> {
  const { model, output } = options;
  if (data === undefined || data === '') throw new AppError('E_USAGE', 'Name the data: driftglass score DATA --model MODEL -o FILE.');
  if (model === undefined) throw new AppError('E_USAGE', 'Name the model: --model MODEL.');
  if (output === undefined || output === '-')
    throw new AppError('E_USAGE', 'Say where the predictions go: -o FILE.parquet, or -o FOLDER/.');
  const request = {
    source: { path: data },
    model: modelWord(model),
    settings: scoringFrom(options),
    derive: [...(options.derive ?? [])],
    where: options.where ?? null,
    keep: options.keep === undefined ? null : [...options.keep],
    notFeatures: [...(options.ignore ?? [])],
  };
  const line = progressLine(io.stderr);
  const context = { signal: io.signal, progress: line.show };
  await withEngine({ workspace: null, modelsOf: options.workspace }, async ({ api }) => {
    if (await asFolder(output)) {
      const { files } = await api.models.scoreFolder({ ...request, folder: resolve(output) }, context).finally(line.clear);
      if (options.format === 'json') io.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
      else
        for (const each of files)
          io.stdout.write(`${visible(`${each.state.padEnd(9)}  ${each.source}  ${each.message ?? `${formatCount(each.rows)} rows`}`)}\n`);
      if (files.some(({ state }) => state === 'failed')) io.finish(exitCodes.badInput);
      return;
    }
    const path = resolve(output);
    if (extname(path).toLowerCase() !== '.parquet')
      throw new AppError('E_USAGE', `Predictions are written as parquet; ${output} does not end so.`);
    await checkPlace(path, [data, model]);
    const result = await api.models.score({ ...request, path }, context).finally(line.clear);
    printResult(result, options, io);
  });
}

export const scoreCommand: TerminalCommand = {
  id: 'score',
  register: (program, io) => {
    const command = program
      .command('score')
      .summary('give rows to a model and keep its predictions')
      .description('Score data with an ONNX model: rows in, rows with predictions out, as parquet.')
      .argument('[data]', 'a file (parquet, CSV, JSON lines), a folder of them, or a quoted pattern')
      .option('-m, --model <model>', 'the model: an ONNX file, or NAME, NAME@ALIAS or NAME@3 of the registry')
      .option('-o, --output <file>', 'where rows and predictions go: a parquet file, or a folder for one file each');
    addRowOptions(addScoringOptions(command))
      .option('--keep <names>', 'columns of the data to keep; without it all', collect)
      .option('--ignore <names>', 'columns that are no features', collect)
      .option('--workspace <folder>', 'the workspace with the registry; usually that of the workbench')
      .addOption(new Option('--format <format>', 'what is printed, in place of text').choices(['json']))
      .addHelpText('after', longer)
      .action((data: string | undefined, options: ScoreOptions) => score(data, options, io));
  },
};
