import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument } from 'commander';
import { withSections } from '#shared/domain/sections.ts';
import { AppError } from '#shared/errors/AppError.ts';
import type { CommandIo, TerminalCommand } from '../command.ts';
import { checkPlace } from '../output.ts';
import { visible } from '../printError.ts';
import { progressLine } from '../progressLine.ts';
import type { ReportOptions } from '../reportSettingsFrom.ts';
import { withEngine } from '../withEngine.ts';
import { collect } from '../parseList.ts';
import { addComparisonOptions, validSettings } from './report.ts';

interface InitOptions extends Omit<ReportOptions, 'format'> {
  readonly preset?: readonly string[];
  readonly force?: boolean;
}

const longer = `
Example:
  driftglass suite init --reference january.parquet -o suite.yaml
  driftglass test february.parquet --reference january.parquet --suite suite.yaml`;

async function writeNew(path: string, text: string, force: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const message = exists ? `${path} is there already; --force writes over it.` : `${path}: ${(error as Error).message}`;
    throw new AppError(exists ? 'E_USAGE' : 'E_WRITE_FAILED', message, { subject: { path }, cause: error });
  }
}

async function init(options: InitOptions, io: CommandIo): Promise<void> {
  const { reference } = options;
  if (reference === undefined || reference === '') throw new AppError('E_USAGE', 'Name the reference data: --reference REFERENCE.');
  const path = options.output === undefined || options.output === '-' ? null : resolve(options.output);
  await checkPlace(path, [reference]);
  const source = { path: reference };
  const settings = validSettings({ settings: {} }, options);
  const text = await withEngine({ workspace: null }, async (engine) => {
    const line = progressLine(io.stderr);
    const context = { signal: io.signal, progress: line.show };
    const asked = { suite: null, presets: [...(options.preset ?? [])] };
    const needed = (await engine.api.suites.check(asked, context)).sections;
    const input = { reference: source, current: source, settings: { ...settings, sections: withSections(settings.sections, needed) } };
    const report = await engine.api.reports.create(input, context).finally(line.clear);
    const chosen = { report: report.id, ...asked };
    return (await engine.api.suites.freeze(chosen, context)).text;
  });
  if (path === null) {
    io.stdout.write(text);
    return;
  }
  await writeNew(path, text, options.force === true);
  io.stderr.write(`${visible(`Written: ${path}`)}\n`);
}

export const suiteCommand: TerminalCommand = {
  id: 'suite',
  register: (program, io) => {
    const command = program
      .command('suite')
      .summary('write a suite of checks from a reference')
      .description('Write a suite file with every condition taken from a reference, ready to edit.')
      .addArgument(new Argument('<action>', 'what to do').choices(['init']))
      .option('-r, --reference <data>', 'what the conditions are taken from')
      .option(
        '--preset <names>',
        'the checks to write: data-stability, data-quality, data-drift, no-target-performance, ranking, fairness, regression, binary, top-k, multi-class',
        collect,
      )
      .option('-o, --output <file>', 'write the suite there; without it to standard output')
      .option('--force', 'write over a file that is there')
      .addHelpText('after', longer);
    addComparisonOptions(command).action((_action: string, options: InitOptions) => init(options, io));
  },
};
