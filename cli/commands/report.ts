import { Option, type Command } from 'commander';
import { reportFormat } from '#shared/contract/reports.ts';
import { compatSystem } from '#shared/domain/compat.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { adjustment, alternative, reportSettings, type ReportSettings } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import type { Engine } from '#engine/index.ts';
import type { TerminalCommand } from '../command.ts';
import { addEstimationOptions } from '../options/estimation.ts';
import { addModelOptions } from '../options/model.ts';
import { addSegmentOptions } from '../options/segments.ts';
import { checkOutput, outputFrom, type Output } from '../output.ts';
import { painterFor } from '../painter.ts';
import { addImportanceOptions } from '../options/importances.ts';
import { addFairnessOptions } from '../options/fairness.ts';
import { addRankingOptions } from '../options/ranking.ts';
import { addOutlierOptions } from '../options/outliers.ts';
import { addRelationOptions } from '../options/relations.ts';
import { addMultivariateOptions } from '../options/multivariate.ts';
import { addPerformanceOptions } from '../options/performance.ts';
import { addRowOptions } from '../options/rows.ts';
import { addReportPresetOption, addSectionOption, withPresets } from '../options/sections.ts';
import { collect, parseNumber } from '../parseList.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { readConfig, type ReportConfig } from '../readConfig.ts';
import { mergeSettings, settingsFromOptions, type ReportOptions } from '../reportSettingsFrom.ts';
import type { TerminalIo } from '../terminalIo.ts';
import { withEngine } from '../withEngine.ts';

const longer = `
Lists are separated by commas and may be repeated: --ignore a,b --ignore c. A name that holds a comma
stands in double quotes inside the word: --columns '"a,b",c'. COLUMN=VALUE is split at the last "=".

Examples:
  driftglass report current.parquet --reference reference.parquet
  driftglass report 'days/*.parquet' -r january.parquet -o report.html
  driftglass report now.csv -r then.csv --preset everything -o report.html
  driftglass report now.csv -r then.csv --method psi --threshold-for fare=0.25 --format json
  driftglass report now.csv -r then.csv --model fare.onnx --target fare
  driftglass report --config driftglass.yaml`;

export function parseClock(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new AppError('E_USAGE', `${JSON.stringify(text)} is not an ISO 8601 time.`);
  return date;
}

function addDataOptions(command: Command): Command {
  return command
    .argument('[current]', 'current data: a file (parquet, CSV, JSON lines), a folder of parquet files, or a quoted pattern')
    .option('-r, --reference <data>', 'what current is compared with')
    .option('-o, --output <file>', 'write the report there, whole or not at all; the format follows from its ending')
    .addOption(new Option('--format <format>', 'form of the report; without it a table for reading').choices(reportFormat.options))
    .option('--config <file>', 'take settings from a YAML file; the command line wins over it')
    .option('--workspace <folder>', 'keep the report in this workspace as well')
    .option('--clock <time>', 'the time the report bears, for repeatable output', parseClock);
}

function addColumnOptions(command: Command): Command {
  const named = command
    .option('--columns <names>', 'only these columns', collect)
    .option('--ignore <names>', 'leave these columns out', collect)
    .option('--numeric <names>', 'take these columns as numeric', collect)
    .option('--categorical <names>', 'take these columns as categorical', collect)
    .option('--text <names>', 'take these columns as text', collect)
    .option('--datetime <names>', 'the time of a row; further names only have the kind', collect)
    .option('--id <names>', 'the id of a row; further names only have the kind', collect)
    .option('--kind <column=kind>', 'the kind of one column: numeric, categorical, datetime, text or id', collect)
    .option('--target <name>', 'what the model is to predict', collect)
    .option('--prediction <name>', 'what the model predicted', collect)
    .option('--weight <name>', 'how much a row counts in the metrics of the model', collect)
    .option('--missing <kinds>', 'values that count as missing: null, nan, infinity, empty-string, or none (usual: null,nan)', collect);
  return addRowOptions(named)
    .option('--sample <rows>', 'read a random sample of about so many rows a side, and say so', parseNumber)
    .option('--seed <number>', 'seed of the sample', parseNumber);
}

function addDriftOptions(command: Command): Command {
  return command
    .option('--method <method>', 'drift method of every column it applies to (see driftglass methods)')
    .option('--method-for <column=method>', 'drift method of one column', collect)
    .option('--threshold <number>', 'threshold of every column', parseNumber)
    .option('--threshold-for <column=number>', 'threshold of one column', collect)
    .addOption(
      new Option('--alternative <side>', 'what the Mann-Whitney and the t test look for (usual: two-sided)').choices(alternative.options),
    )
    .option('--drift-share <share>', 'share of drifted columns that makes the data set drift (usual: 0.5)', parseNumber)
    .addOption(
      new Option('--adjust <way>', 'adjust p-values for the number of columns before they are judged (usual: none)').choices(
        adjustment.options,
      ),
    )
    .option('--binning <binning>', 'sturges-pooled (usual), reference-quantiles[:bins] or fixed-edges')
    .option('--edges <column=numbers>', 'edges of one column, as 0:10:20, for fixed-edges', collect);
}

function addCompatOption(command: Command): Command {
  const explains = 'reproduce the numbers of another system, its quirks included (usual: none)';
  return command.addOption(new Option('--compat <system>', explains).choices(['none', ...compatSystem.options]));
}

/** The options that say how data are compared. */
export function addComparisonOptions(command: Command): Command {
  const groups = [
    addSectionOption,
    addColumnOptions,
    addDriftOptions,
    addPerformanceOptions,
    addCompatOption,
    addImportanceOptions,
    addRankingOptions,
    addFairnessOptions,
    addOutlierOptions,
    addRelationOptions,
    addMultivariateOptions,
    addEstimationOptions,
    addSegmentOptions,
    addModelOptions,
  ];
  return groups.reduce((extended, add) => add(extended), command);
}

/** The argument and every option of the command. */
export function addReportOptions(command: Command): Command {
  return addComparisonOptions(addReportPresetOption(addDataOptions(command)));
}

interface Request {
  readonly reference: string;
  readonly current: string;
  readonly output: Output;
  readonly settings: ReportSettings;
}

export function validSettings(config: ReportConfig, options: ReportOptions): ReportSettings {
  const parsed = reportSettings.safeParse(mergeSettings(config.settings, settingsFromOptions(options)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new AppError('E_USAGE', `${issue.path.join('.')}: ${issue.message}`);
}

interface ReportCommandOptions extends ReportOptions {
  readonly preset?: readonly string[];
}

async function requestFrom(currentWord: string | undefined, options: ReportCommandOptions): Promise<Request> {
  const config: ReportConfig = options.config === undefined ? { settings: {} } : await readConfig(options.config);
  const current = currentWord ?? config.current;
  const reference = options.reference ?? config.reference;
  if (current === undefined || current === '')
    throw new AppError('E_USAGE', 'Name the current data: driftglass report CURRENT --reference REFERENCE.');
  if (reference === undefined || reference === '') throw new AppError('E_USAGE', 'Name the reference data: --reference REFERENCE.');
  const settings = validSettings(config, { ...options, section: withPresets(options.section, options.preset) });
  // A format on the command line without -o asks for standard output only when the file names no output.
  const output = outputFrom(options.output ?? config.output, options.format ?? (options.output === undefined ? config.format : undefined));
  return { reference, current, output, settings };
}

async function present(engine: Engine, report: DriftReport, output: Output, io: TerminalIo): Promise<void> {
  const context = { signal: io.signal, progress: (): void => undefined };
  if (output.path !== null) {
    const saved = await engine.api.reports.save({ id: report.id, format: output.format, path: output.path }, context);
    const { numberOfDriftedColumns, numberOfColumns } = report.dataDrift;
    const done = `${numberOfDriftedColumns} of ${numberOfColumns} columns drifted. Written: ${saved.path} (${formatBytes(saved.bytes)})`;
    io.stderr.write(`${visible(done)}\n`);
    return;
  }
  if (output.format !== null) {
    const { content } = await engine.api.reports.render({ id: report.id, format: output.format }, context);
    io.stdout.write(content.endsWith('\n') ? content : `${content}\n`);
    return;
  }
  const { reportTable } = await import('#engine/index.ts');
  io.stdout.write(`${reportTable(report, { width: io.stdout.columns, paint: painterFor(io) })}\n`);
}

async function runReport(currentWord: string | undefined, options: ReportCommandOptions, io: TerminalIo): Promise<void> {
  const { reference, current, output, settings } = await requestFrom(currentWord, options);
  await checkOutput(output, [reference, current]);
  const { clock } = options;
  const start = { workspace: options.workspace ?? null, ...(clock === undefined ? {} : { clock: (): Date => clock }) };
  await withEngine(start, async (engine) => {
    const line = progressLine(io.stderr);
    const context = { signal: io.signal, progress: line.show };
    const input = { reference: { path: reference }, current: { path: current }, settings };
    const report = await engine.api.reports.create(input, context).finally(line.clear);
    await present(engine, report, output, io);
  });
}

export const reportCommand: TerminalCommand = {
  id: 'report',
  register: (program, io) => {
    const command = program
      .command('report')
      .summary('compare current with reference data')
      .description('Compare current with reference data and say which columns drifted.')
      .addHelpText('after', longer);
    addReportOptions(command).action((current: string | undefined, options: ReportCommandOptions) => runReport(current, options, io));
  },
};
