import type { Command } from 'commander';
import { reportPresets, sections, type SectionId } from '#shared/domain/sections.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import type { Registry } from '#shared/lib/registry.ts';
import { collect } from '../parseList.ts';

const ids = (items: Registry<{ readonly id: string }>): string => items.all.map(({ id }) => id).join(', ');

export function addSectionOption(command: Command): Command {
  return command.option('--section <names>', `parts of the report: ${ids(sections)}`, collect);
}

/** Only of `driftglass report`: the presets of the other commands are ready-made checks. */
export function addReportPresetOption(command: Command): Command {
  return command.option('--preset <names>', `ready-made choices of parts: ${ids(reportPresets)}`, collect);
}

function found<T extends { readonly id: string }>(items: Registry<T>, name: string, what: string): T {
  const item = items.get(name);
  if (item !== undefined) return item;
  const near = nearNames(
    name,
    items.all.map(({ id }) => id),
  );
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids(items)}.`;
  throw new AppError('E_USAGE', `There is no ${what} ${JSON.stringify(name)}. ${hint}`);
}

/** The sections by their names, in the order of the report; undefined where none is named. */
export function sectionsFrom(names: readonly string[] | undefined): SectionId[] | undefined {
  if (names === undefined || names.length === 0) return undefined;
  const chosen = names.map((name) => found(sections, name, 'section').id);
  return sections.all.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
}

/** Sections and the sections of presets together; undefined where neither is named. */
export function withPresets(names: readonly string[] | undefined, presets: readonly string[] | undefined): readonly string[] | undefined {
  if (presets === undefined) return names;
  return [...presets.flatMap((name) => found(reportPresets, name, 'report preset').sections), ...(names ?? [])];
}
