import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { isMap, parseDocument } from 'yaml';
import type { GateCheck, GateOutcome } from '#shared/domain/gate.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { badFirst, gateCheckVerdict, gateCount, type SignOffResult } from '#shared/text/describeGate.ts';
import type { CommandIo } from '../command.ts';
import { readText } from './readText.ts';
import { addPageOptions, withPage, type PageOptions } from './withPage.ts';
import { addSignedOptions, parseVersion, signatureFrom, type SignedOptions } from './withRegistry.ts';

interface PromoteOptions extends SignedOptions, PageOptions {
  readonly to?: string;
  readonly gate?: string;
  readonly reference?: string;
  readonly current?: string;
  readonly override?: string;
  readonly try?: boolean;
}

const longer = `
Exit code 0: promoted. 1: the gate failed, and the alias is where it was. 2 and more: nothing could be asked.

Examples:
  driftglass model promote taxi 3 --gate gate.yaml --reference january.parquet --current february.parquet -o gate.html
  driftglass model promote taxi 3 --gate gate.yaml -r january.parquet --current february.parquet --override "agreed with fares team"`;

/** The suite file that a gate names, from the folder of the gate; what is wrong with the gate is said when it is read. */
async function suiteOf(gatePath: string, gateText: string): Promise<string | null> {
  const document = parseDocument(gateText, { prettyErrors: false });
  const file: unknown = isMap(document.contents) ? document.getIn(['suite', 'file']) : undefined;
  return typeof file === 'string' ? readText(resolve(dirname(gatePath), file)) : null;
}

/** What a gate found, one line a check, those that did not pass first. */
function outcomeLines(outcome: GateOutcome): string[] {
  const line = (check: GateCheck): string => {
    const { icon, word } = gateCheckVerdict(check);
    return `${`${icon} ${word}`.padEnd(9)}  ${check.sentence}`;
  };
  return [`${outcome.name}: ${gateCount(outcome)}`, ...badFirst(outcome.checks).map(line)];
}

/** What became of the version, as a page. */
async function pageOf(result: SignOffResult, createdAt: string): Promise<string> {
  const { renderSignOff } = await import('#engine/index.ts');
  return renderSignOff({ ...result, createdAt });
}

async function promote(name: string, version: number, options: PromoteOptions, io: CommandIo): Promise<void> {
  const { gate: path, to: alias = 'champion', override = null } = options;
  if (path === undefined) throw new AppError('E_USAGE', 'Name the gate: --gate FILE.');
  if (override !== null && override.trim() === '') throw new AppError('E_USAGE', 'Say why the gate is overridden: --override TEXT.');
  const gate = await readText(path);
  const suite = await suiteOf(path, gate);
  const source = (data: string | undefined): { path: string } | null => (data === undefined ? null : { path: resolve(data) });
  const asked = { name, version, alias, gate, suite, reference: source(options.reference), current: source(options.current) };
  const inputs = [path, options.reference, options.current].filter((each) => each !== undefined);
  const failed = (passed: boolean): void => {
    if (!passed) io.finish(exitCodes.checksFailed);
  };
  const about = { model: name, alias, why: options.why ?? '' };
  if (options.try === true) {
    await withPage(options, io, {
      work: ({ api }, context) => api.registry.tryGate(asked, context),
      lines: outcomeLines,
      page: (outcome, createdAt) => pageOf({ ...about, promoted: null, overridden: false, outcome }, createdAt),
      headline: (outcome) => `${outcome.name}: ${gateCount(outcome)}`,
      inputs,
      after: ({ passed }) => failed(passed),
    });
    return;
  }
  const ending = (promoted: boolean, overridden: boolean): string =>
    promoted
      ? `${alias} of ${name}: version ${version}${overridden ? ', by override' : ''}`
      : `${alias} of ${name} stays where it was. To promote all the same: --override "the reason".`;
  await withPage(options, io, {
    work: ({ api }, context) => api.registry.promote({ ...asked, override, ...signatureFrom(options) }, context),
    lines: ({ promoted, overridden, outcome }) => [...outcomeLines(outcome), ending(promoted, overridden)],
    page: ({ promoted, overridden, outcome }, createdAt) =>
      pageOf({ ...about, promoted, overridden, outcome, ...(overridden && override !== null && { why: override }) }, createdAt),
    headline: ({ outcome, promoted }) =>
      `${outcome.name}: ${gateCount(outcome)}. ${promoted ? `${alias} of ${name}: version ${version}` : `${alias} of ${name} stays where it was`}`,
    inputs,
    after: ({ promoted }) => failed(promoted),
  });
}

/** The command that signs a version off. */
export function addPromoteCommand(group: Command, io: CommandIo): void {
  const command = group
    .command('promote')
    .summary('sign a version off and point an alias to it')
    .description('Ask whether a version passes a gate; where it does, point the alias to it. The outcome is recorded.')
    .argument('<name>', 'the name of the model')
    .argument('<version>', 'its version', parseVersion)
    .option('--to <alias>', 'the alias; usually champion')
    .option('--gate <file>', 'what is asked, as YAML')
    .option('-r, --reference <data>', 'what a suite of the gate compares with')
    .option('--current <data>', 'the data that the gate looks at')
    .option('--override <reason>', 'promote although the gate fails; the reason is recorded')
    .option('--try', 'only ask: record nothing and leave the alias')
    .addHelpText('after', longer);
  addPageOptions(addSignedOptions(command)).action((name: string, version: number, options: PromoteOptions) =>
    promote(name, version, options, io),
  );
}
