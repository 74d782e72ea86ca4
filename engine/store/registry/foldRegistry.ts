import type { AliasHolder, AliasWay, ModelAlias, ModelVersion, RegisteredModel, RegistryEvent } from '#shared/domain/registry.ts';

/** One alias: the versions it pointed to, as far as they can be gone back to; the last is where it points now. */
interface AliasTrail {
  trail: (number | null)[];
  since: string;
  by: string;
  why: string;
  way: AliasWay;
}

type VersionRecord = Omit<ModelVersion, 'aliases' | 'hasCard'> & { card: string | null };

/** A model as its events have made it. */
export interface ModelRecord {
  readonly name: string;
  readonly versions: VersionRecord[];
  readonly trails: Map<string, AliasTrail>;
  readonly holders: Map<string, AliasHolder[]>;
  changedAt: string;
}

export type RegistryState = ReadonlyMap<string, ModelRecord>;

type Event<K extends RegistryEvent['kind']> = RegistryEvent & { kind: K };

function register(model: ModelRecord, event: Event<'registered'>, at: string): void {
  const { version, info, source, scoring, reference, tags, card, by, why } = event;
  const { sha256, bytes } = info;
  model.versions.push({
    model: model.name,
    version,
    registeredAt: at,
    by,
    why,
    source,
    sha256,
    bytes,
    info,
    scoring,
    reference,
    tags: { ...tags },
    card,
  });
}

/** Which way an alias was set; one that was taken away points nowhere, and tells of none. */
const wayOf = ({ kind }: RegistryEvent): AliasWay =>
  kind === 'promoted' || kind === 'overridden' || kind === 'rolled-back' ? kind : 'alias-set';

/** An alias points elsewhere from this moment on. Of several changes in one millisecond the last one counts. */
function point(model: ModelRecord, alias: string, version: number | null, event: RegistryEvent, at: string): AliasTrail {
  const known = model.trails.get(alias) ?? { trail: [null], since: at, by: '', why: '', way: 'alias-set' };
  Object.assign(known, { since: at, by: event.by, why: event.why, way: wayOf(event) });
  model.trails.set(alias, known);
  const held = model.holders.get(alias) ?? [{ version: null, since: null, until: null, by: null, why: null }];
  const last = held.at(-1)!;
  if (last.since === at) held.pop();
  else held[held.length - 1] = { ...last, until: at };
  held.push({ version, since: at, until: null, by: event.by, why: event.why });
  model.holders.set(alias, held);
  return known;
}

function apply(model: ModelRecord, event: RegistryEvent, at: string): void {
  model.changedAt = at;
  const version = 'version' in event ? model.versions[event.version - 1] : undefined;
  switch (event.kind) {
    case 'registered':
      return register(model, event, at);
    case 'alias-set':
    case 'promoted':
    case 'overridden':
      point(model, event.alias, event.version, event, at).trail.push(event.version);
      return;
    case 'alias-removed':
      point(model, event.alias, null, event, at).trail.push(null);
      return;
    case 'rolled-back':
      point(model, event.alias, event.version, event, at).trail.pop();
      return;
    case 'tag-set':
      version!.tags = { ...version!.tags, [event.tag]: event.value };
      return;
    case 'tag-removed':
      version!.tags = Object.fromEntries(Object.entries(version!.tags).filter(([tag]) => tag !== event.tag));
      return;
    case 'card-set':
      version!.card = event.card;
      return;
    case 'refused':
  }
}

/**
 * The registry as its events have made it. A clock that was set back does not turn the order around: an event counts
 * from its own time or that of the event before, whichever is later.
 */
export function foldRegistry(events: readonly RegistryEvent[]): RegistryState {
  const models = new Map<string, ModelRecord>();
  let now = '';
  for (const event of events) {
    const at = new Date(event.at).toISOString();
    now = at > now ? at : now;
    const model = models.get(event.model) ?? { name: event.model, versions: [], trails: new Map(), holders: new Map(), changedAt: now };
    models.set(event.model, model);
    apply(model, event, now);
  }
  return models;
}

/** Where an alias points now; null: nowhere. */
export function holderOf(model: ModelRecord, alias: string): number | null {
  return model.trails.get(alias)?.trail.at(-1) ?? null;
}

/** Where one step back from here leads; null: nowhere. */
export function earlierHolderOf(model: ModelRecord, alias: string): number | null {
  return model.trails.get(alias)?.trail.at(-2) ?? null;
}

export function aliasesOf(model: ModelRecord): ModelAlias[] {
  return [...model.trails]
    .flatMap(([alias, { trail, since, by, why, way }]) => {
      const version = trail.at(-1) ?? null;
      return version === null ? [] : [{ alias, version, since, by, why, way }];
    })
    .toSorted((a, b) => (a.alias < b.alias ? -1 : 1));
}

export function summaryOf(model: ModelRecord): RegisteredModel {
  const { name, versions, changedAt } = model;
  return { name, numberOfVersions: versions.length, latest: versions.length, aliases: aliasesOf(model), changedAt };
}

/** Who held an alias between two moments (both ISO 8601 in UTC); from = until asks for one moment. */
export function holdersBetween(model: ModelRecord, alias: string, from: string, until: string): AliasHolder[] {
  const all = model.holders.get(alias) ?? [{ version: null, since: null, until: null, by: null, why: null }];
  return all.filter((holder) => {
    const begun = holder.since === null || holder.since < until || holder.since === from;
    return begun && (holder.until === null || holder.until > from);
  });
}
