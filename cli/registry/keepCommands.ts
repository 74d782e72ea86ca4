import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CardState, ModelAlias, ModelVersion, RegisteredModel } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { exitCodes } from '#shared/errors/codes.ts';
import { aliasWayWords } from '#shared/text/describeRegistry.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import type { CommandIo } from '../command.ts';
import { addScoringOptions, scoringFrom, type ScoringOptions } from '../options/scoring.ts';
import { readText } from './readText.ts';
import { addRegistryOptions, addSignedOptions, parseVersion, signatureFrom, withRegistry, type SignedOptions } from './withRegistry.ts';

interface RegisterOptions extends SignedOptions, ScoringOptions {
  readonly name?: string;
  readonly card?: string;
  readonly tag?: readonly string[];
  readonly reference?: string;
}

/** Splits `key=value` at the first `=`: a value may hold one. */
function parseTag(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new AppError('E_USAGE', `${JSON.stringify(text)} should be NAME=VALUE.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

const repeat = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];

async function register(file: string, options: RegisterOptions, io: CommandIo): Promise<void> {
  const { name } = options;
  if (name === undefined) throw new AppError('E_USAGE', 'Name the model: --name NAME.');
  const input = {
    name,
    path: resolve(file),
    tags: Object.fromEntries((options.tag ?? []).map(parseTag)),
    card: options.card === undefined ? null : await readText(options.card),
    scoring: scoringFrom(options),
    reference: options.reference === undefined ? null : { path: resolve(options.reference) },
    ...signatureFrom(options),
  };
  await withRegistry(
    options,
    io,
    (engine, context) => engine.api.registry.register(input, context),
    ({ created, version: { model, version, sha256 } }) => [
      created ? `Registered: ${model}@${version} (sha256 ${sha256})` : `${model}@${version} is this very file already; nothing was added.`,
    ],
  );
}

function modelLine({ name, latest, aliases, changedAt }: RegisteredModel): string {
  const set = aliases.map(({ alias, version }) => `${alias} ${version}`).join(', ');
  return `${name}  ${latest} version${latest === 1 ? '' : 's'}  ${set === '' ? 'no alias' : set}  changed ${formatTime(changedAt)}`;
}

/** A version in lines, for `model show`; `held` are the aliases that point to it, of which is said how they were set. */
export function versionLines(version: ModelVersion, held: readonly ModelAlias[] = []): string[] {
  const { tags, reference, aliases } = version;
  const rows: [string, string][] = [
    ['model', `${version.model}@${version.version}${aliases.length === 0 ? '' : ` (${aliases.join(', ')})`}`],
    ...held.map(({ alias, since, by, why, way }): [string, string] => [
      alias,
      `${aliasWayWords[way]}, ${formatTime(since)} by ${by}${why === '' ? '' : `: ${why}`}`,
    ]),
    ['registered', `${formatTime(version.registeredAt)} by ${version.by}${version.why === '' ? '' : `: ${version.why}`}`],
    ['from', version.source],
    ...Object.entries(tags).map(([tag, value]): [string, string] => ['tag', `${tag}=${value}`]),
    ...(reference === null ? [] : [['reference', `${reference.path} (${reference.files.length} files)`] as [string, string]]),
    ['card', version.hasCard ? `driftglass model card ${version.model} ${version.version}` : 'none'],
  ];
  return rows.map(([head, text]) => `${head.padEnd(10)} ${text}`);
}

async function card(name: string, version: number, file: string | undefined, options: SignedOptions, io: CommandIo): Promise<void> {
  const text = file === undefined ? null : await readText(file);
  const lines = (state: CardState): string[] => {
    if (text !== null) return [`Written: ${state.path}`];
    const note = state.changedByHand
      ? ['# Edited by hand after it was registered. To record it: driftglass model card NAME VERSION FILE']
      : [];
    const problem = state.problem === null ? [] : [`# ${state.problem}`];
    return [...problem, ...note, ...(state.text ?? '# No card.').replace(/\n$/, '').split('\n')];
  };
  await withRegistry(
    options,
    io,
    ({ api: { registry } }, context) =>
      text === null
        ? registry.readCard({ name, version }, context)
        : registry.writeCard({ name, version, text, ...signatureFrom(options) }, context),
    lines,
  );
}

async function verify(options: SignedOptions, io: CommandIo): Promise<void> {
  await withRegistry(
    options,
    io,
    (engine, context) => engine.api.registry.verify({}, context),
    (files) => files.map(({ model, version, state, path }) => `${state.padEnd(8)} ${model}@${version}  ${path}`),
    (files) => {
      if (files.some(({ state }) => state !== 'whole')) io.finish(exitCodes.checksFailed);
    },
  );
}

function addRegister(group: Command, io: CommandIo): void {
  const command = group
    .command('register')
    .summary('keep a model as the next version')
    .description('Keep a copy of an ONNX file in the registry of the workspace, as the next version of a model.')
    .argument('<file>', 'an ONNX file')
    .option('--name <name>', 'the name of the model')
    .option('--card <file>', 'its model card, as YAML')
    .option('--tag <name=value>', 'a tag; may be repeated', repeat)
    .option('-r, --reference <data>', 'data that belong to it; their hashes are kept');
  addRegistryOptions(addSignedOptions(addScoringOptions(command))).action((file: string, options: RegisterOptions) =>
    register(file, options, io),
  );
}

/** Commands that keep models and look at them. */
export function addKeepCommands(group: Command, io: CommandIo): void {
  addRegister(group, io);
  addRegistryOptions(group.command('list').summary('the registered models').description('List the registered models.')).action(
    (options: SignedOptions) =>
      withRegistry(
        options,
        io,
        (engine, context) => engine.api.registry.list({}, context),
        (models) => (models.length === 0 ? ['The registry holds no model yet.'] : models.map(modelLine)),
      ),
  );
  const cardCommand = group
    .command('card')
    .summary('read or write a model card')
    .description('Print the model card of a version, or write it from a file.')
    .argument('<name>', 'the name of the model')
    .argument('<version>', 'its version', parseVersion)
    .argument('[file]', 'the new card, as YAML');
  addRegistryOptions(addSignedOptions(cardCommand)).action(
    (name: string, version: number, file: string | undefined, options: SignedOptions) => card(name, version, file, options, io),
  );
  const tagCommand = group
    .command('tag')
    .summary('tag a version')
    .description('Set a tag of a version; an empty value takes it away.')
    .argument('<name>', 'the name of the model')
    .argument('<version>', 'its version', parseVersion)
    .argument('<tag=value>', 'the tag and its value', parseTag);
  addRegistryOptions(addSignedOptions(tagCommand)).action(
    (name: string, version: number, [tag, value]: [string, string], options: SignedOptions) =>
      withRegistry(
        options,
        io,
        (engine, context) =>
          engine.api.registry.setTag({ name, version, tag, value: value === '' ? null : value, ...signatureFrom(options) }, context),
        (tagged) => versionLines(tagged),
      ),
  );
  const verifyCommand = group
    .command('verify')
    .summary('check the kept files')
    .description('Check that every kept file is still what was registered. Exit code 1 where one is not.');
  addRegistryOptions(verifyCommand).action((options: SignedOptions) => verify(options, io));
}
