import type { Command } from 'commander';
import type { RegistryEvent } from '#shared/domain/registry.ts';
import { describeEvent, describeHolder } from '#shared/text/describeRegistry.ts';
import { formatInstant } from '#shared/text/formatTime.ts';
import type { CommandIo } from '../command.ts';
import {
  addRegistryOptions,
  addSignedOptions,
  parseVersion,
  reasonFrom,
  signatureFrom,
  withRegistry,
  type RegistryOptions,
  type SignedOptions,
} from './withRegistry.ts';

function eventLine(event: RegistryEvent): string {
  const why = event.why === '' ? '' : ` (${event.why})`;
  return `${formatInstant(event.at)}  ${event.by}  ${event.model}: ${describeEvent(event)}${why}`;
}

function addAlias(group: Command, io: CommandIo): void {
  const command = group
    .command('alias')
    .summary('point an alias to a version')
    .description('Point an alias, such as champion or challenger, to a version of a model.')
    .argument('<name>', 'the name of the model')
    .argument('<version>', 'its version', parseVersion)
    .argument('<alias>', 'champion, challenger, or any name');
  addRegistryOptions(addSignedOptions(command)).action((name: string, version: number, alias: string, options: SignedOptions) =>
    withRegistry(
      options,
      io,
      (engine, context) => engine.api.registry.setAlias({ name, version, alias, ...reasonFrom(options) }, context),
      ({ changed }) => [`${alias} of ${name}: version ${version}${changed ? ', without a gate' : ' already; nothing was changed'}`],
    ),
  );
  const removal = group
    .command('unalias')
    .summary('take an alias away')
    .description('Take an alias away. A roll-back of it brings it back.')
    .argument('<name>', 'the name of the model')
    .argument('<alias>', 'the alias');
  addRegistryOptions(addSignedOptions(removal)).action((name: string, alias: string, options: SignedOptions) =>
    withRegistry(
      options,
      io,
      (engine, context) => engine.api.registry.removeAlias({ name, alias, ...reasonFrom(options) }, context),
      () => [`${alias} of ${name}: no version`],
    ),
  );
}

interface AtOptions extends RegistryOptions {
  readonly timeZone?: string;
}

function addAt(group: Command, io: CommandIo): void {
  const command = group
    .command('at')
    .summary('which version an alias pointed to on a day')
    .description('Say which version an alias pointed to at a moment, or one after another on a day.')
    .argument('<name>', 'the name of the model')
    .argument('<alias>', 'champion, challenger, or any name')
    .argument('<time>', 'a day (2026-02-03) or a moment (2026-02-03T10:00, with Z or +01:00 where it is not of the time zone)')
    .option('--time-zone <zone>', 'whose day it is, as Europe/Berlin or UTC; usually that of this computer');
  addRegistryOptions(command).action((name: string, alias: string, time: string, options: AtOptions) =>
    withRegistry(
      options,
      io,
      (engine, context) => engine.api.registry.at({ name, alias, time, timeZone: options.timeZone ?? null }, context),
      ({ holders }) => holders.map((holder) => `${alias} of ${name}: ${describeHolder(holder, formatInstant)}`),
    ),
  );
}

/** Commands on aliases and their history. */
export function addAliasCommands(group: Command, io: CommandIo): void {
  addAlias(group, io);
  const rollback = group
    .command('rollback')
    .summary('point an alias to where it pointed before')
    .description('Point an alias to where it pointed before its last change. Once more goes back further.')
    .argument('<name>', 'the name of the model')
    .argument('[alias]', 'usually champion', 'champion');
  addRegistryOptions(addSignedOptions(rollback)).action((name: string, alias: string, options: SignedOptions) =>
    withRegistry(
      options,
      io,
      (engine, context) => engine.api.registry.rollback({ name, alias, ...signatureFrom(options) }, context),
      ({ from, to }) => [`${alias} of ${name}: ${from === null ? 'no version' : `version ${from}`} → version ${to}`],
    ),
  );
  const history = group
    .command('history')
    .summary('what happened to a model')
    .description('Say what happened to a model, oldest first: who did what, when and why.')
    .argument('[name]', 'the name of the model; without it, all models');
  addRegistryOptions(history).action((name: string | undefined, options: RegistryOptions) =>
    withRegistry(
      options,
      io,
      (engine, context) => engine.api.registry.history({ name: name ?? null }, context),
      (events) => events.map(eventLine),
    ),
  );
  addAt(group, io);
}
