import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { withSections } from '#shared/domain/sections.ts';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { suiteVerdict } from '#shared/text/suiteVerdict.ts';
import type { Engine } from '#engine/index.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { checkPlace } from '../output.ts';
import { painterFor } from '../painter.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import { readConfig } from '../readConfig.ts';
import type { ReportOptions } from '../reportSettingsFrom.ts';
import { suiteFormats, suiteOutputFrom, type SuiteOutput, type SuiteOutputFormat } from '../suiteOutput.ts';
import { withEngine } from '../withEngine.ts';
import { collect } from '../parseList.ts';
import { addComparisonOptions, parseClock, validSettings } from './report.ts';

const longer = `
Without --suite and --preset the presets data-stability, data-quality and data-drift are asked.
Exit code 0: all passed, warnings too. 1: a check failed, or ended in an error. 2 and more: nothing could be tested.

Examples:
  driftglass test current.parquet --reference reference.parquet
  driftglass test now.csv -r then.csv --preset data-quality --format md
  driftglass test now.csv -r then.csv --suite suite.yaml -o tests.junit.xml`;

export interface TestOptions extends Omit<ReportOptions, 'format'> {
  readonly suite?: string;
  readonly preset?: readonly string[];
  readonly format?: SuiteOutputFormat;
  readonly failingRows?: string;
}

function addOptions(command: Command): Command {
  const withData = command
    .argument('[current]', 'current data: a file (parquet, CSV, JSON lines), a folder of parquet files, or a quoted pattern')
    .option('-r, --reference <data>', 'what current is compared with')
    .option('--suite <file>', 'the checks, as YAML (see driftglass suite init)')
    .option(
      '--preset <names>',
      'ready-made checks: data-stability, data-quality, data-drift, no-target-performance, ranking, fairness, regression, binary, top-k, multi-class',
      collect,
    )
    .option('-o, --output <file>', 'write the outcome there, whole or not at all; the format follows from its ending')
    .addOption(new Option('--format <format>', 'form of the outcome; usually a table for reading').choices(suiteFormats))
    .option('--failing-rows <folder>', 'save the rows that fail there, a parquet file for each check')
    .option('--config <file>', 'take data and settings from a YAML file; the command line wins over it')
    .option('--workspace <folder>', 'keep the report and the outcome in this workspace as well')
    .option('--clock <time>', 'the time the outcome bears, for repeatable output', parseClock);
  return addComparisonOptions(withData);
}

/** The text of a suite file. */
async function readSuiteFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? `The suite file ${path} does not exist.` : `${path}: ${(error as Error).message}`;
    throw new AppError(missing ? 'E_FILE_NOT_FOUND' : 'E_FILE_NOT_READABLE', message, { subject: { path }, cause: error });
  }
}

async function dataFrom(currentWord: string | undefined, options: TestOptions) {
  const config = options.config === undefined ? { settings: {} } : await readConfig(options.config);
  const current = currentWord ?? config.current;
  const reference = options.reference ?? config.reference;
  if (current === undefined || current === '') {
    throw new AppError('E_USAGE', 'Name the current data: driftglass test CURRENT --reference REFERENCE.');
  }
  if (reference === undefined || reference === '') throw new AppError('E_USAGE', 'Name the reference data: --reference REFERENCE.');
  const { format: _, ...rest } = options;
  return { reference: { path: reference }, current: { path: current }, settings: validSettings({ settings: config.settings }, rest) };
}

interface Tested {
  readonly run: SuiteRun;
  readonly chosen: { readonly report: string; readonly suite: string | null; readonly presets: string[] };
}

async function present(engine: Engine, { run, chosen }: Tested, output: SuiteOutput, io: CommandIo): Promise<void> {
  const context = { signal: io.signal, progress: (): void => undefined };
  if (output.path !== null) {
    const saved = await engine.api.suites.save({ ...chosen, format: output.format, path: output.path }, context);
    io.stderr.write(`${visible(`${suiteVerdict(run).word}. Written: ${saved.path} (${formatBytes(saved.bytes)})`)}\n`);
    return;
  }
  if (output.format !== null) {
    const { content } = await engine.api.suites.render({ ...chosen, format: output.format }, context);
    io.stdout.write(content.endsWith('\n') ? content : `${content}\n`);
    return;
  }
  const { suiteTable } = await import('#engine/index.ts');
  io.stdout.write(`${suiteTable(run, { paint: painterFor(io) })}\n`);
}

/** A parquet file for each check that failed and knows its rows. */
async function saveFailingRows(engine: Engine, run: SuiteRun, folder: string, io: CommandIo): Promise<void> {
  const { makeFolder } = await import('#engine/index.ts');
  const place = resolve(folder);
  await makeFolder(place);
  const taken = new Set<string>();
  const failed = run.results.filter(({ status }) => status === 'fail' || status === 'warning');
  for (const { id, failingRows } of failed) {
    if (failingRows === null) continue;
    const plain = id.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 120);
    const name = taken.has(plain) ? `${plain}-${taken.size + 1}` : plain;
    taken.add(name);
    const input = {
      source: { path: run.current.path },
      derive: run.derive,
      where: failingRows.where,
      path: join(place, `${name}.parquet`),
      name,
    };
    const saved = await engine.api.datasets.saveRows(input, { signal: io.signal, progress: () => undefined });
    io.stderr.write(`${visible(`Written: ${saved.path} (${formatCount(saved.rows)} rows that fail)`)}\n`);
  }
}

async function runTest(currentWord: string | undefined, options: TestOptions, io: CommandIo): Promise<void> {
  const input = await dataFrom(currentWord, options);
  const output = suiteOutputFrom(options.output, options.format);
  await checkPlace(output.path, [input.reference.path, input.current.path, ...(options.suite === undefined ? [] : [options.suite])]);
  const suite = options.suite === undefined ? null : await readSuiteFile(options.suite);
  const { clock } = options;
  const start = { workspace: options.workspace ?? null, ...(clock === undefined ? {} : { clock: (): Date => clock }) };
  await withEngine(start, async (engine) => {
    const context = { signal: io.signal, progress: (): void => undefined };
    // A mistake in the suite shows before the data are read.
    const asked = { suite, presets: [...(options.preset ?? [])] };
    const needed = (await engine.api.suites.check(asked, context)).sections;
    const settings = { ...input.settings, sections: withSections(input.settings.sections, needed) };
    const line = progressLine(io.stderr);
    const report = await engine.api.reports.create({ ...input, settings }, { signal: io.signal, progress: line.show }).finally(line.clear);
    const chosen = { report: report.id, ...asked };
    const run = await engine.api.suites.run(chosen, context);
    await present(engine, { run, chosen }, output, io);
    if (options.failingRows !== undefined) await saveFailingRows(engine, run, options.failingRows, io);
    if (!run.summary.allPassed) io.finish(exitCodes.checksFailed);
  });
}

export const testCommand: TerminalCommand = {
  id: 'test',
  register: (program, io) => {
    const command = program
      .command('test')
      .summary('ask whether current passes a suite of checks')
      .description('Compare current with reference data and ask whether it passes a suite of checks.')
      .addHelpText('after', longer);
    addOptions(command).action((current: string | undefined, options: TestOptions) => runTest(current, options, io));
  },
};
