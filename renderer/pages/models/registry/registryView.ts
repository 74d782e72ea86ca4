import type { ModelVersion, RegistryEvent } from '#shared/domain/registry.ts';
import type { Tone } from '#shared/text/verdict.ts';
import type { RegisteredDetail } from '../../../state/registry.ts';

/** The version that is shown when none is asked for: the champion, else the newest. */
export function usualVersion({ aliases, versions }: Pick<RegisteredDetail, 'aliases' | 'versions'>): ModelVersion | undefined {
  const champion = aliases.find(({ alias }) => alias === 'champion')?.version;
  return versions.find(({ version }) => version === champion) ?? versions[0];
}

/** A name that a model may have, from the name of its file. */
export function nameFor(fileName: string): string {
  const stem = fileName
    .replace(/\.(onnx|ort)$/i, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 100);
  return stem.replace(/^[^A-Za-z0-9]+/, '') || 'model';
}

/** How an event is marked: what went well, what needs a look, what was refused. */
export function eventTone({ kind }: Pick<RegistryEvent, 'kind'>): Tone {
  if (kind === 'refused') return 'broken';
  if (kind === 'overridden' || kind === 'rolled-back' || kind === 'alias-removed') return 'attention';
  return kind === 'promoted' || kind === 'alias-set' || kind === 'registered' ? 'good' : 'unknown';
}

const eventWords: Readonly<Record<RegistryEvent['kind'], string>> = {
  registered: 'Registered',
  'alias-set': 'Alias set',
  'alias-removed': 'Alias taken away',
  'rolled-back': 'Rolled back',
  promoted: 'Promoted',
  refused: 'Refused',
  overridden: 'Overridden',
  'tag-set': 'Tagged',
  'tag-removed': 'Tag taken away',
  'card-set': 'Card written',
};

export function eventWord({ kind }: Pick<RegistryEvent, 'kind'>): string {
  return eventWords[kind];
}

/** The version an event speaks of; null where it speaks of none. */
export function eventVersion(event: RegistryEvent): number | null {
  return event.kind === 'alias-removed' ? event.from : event.version;
}
