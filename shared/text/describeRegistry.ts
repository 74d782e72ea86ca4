import { assertNever } from '../lib/assertNever.ts';
import type { AliasHolder, AliasWay, RegistryEvent } from '../domain/registry.ts';

const versionWord = (version: number | null): string => (version === null ? 'no version' : `version ${version}`);

function failures(event: RegistryEvent & { kind: 'promoted' | 'refused' | 'overridden' }): string {
  const failed = event.outcome.checks.filter(({ status }) => status === 'fail' || status === 'error');
  return failed.map(({ label }) => label).join(', ');
}

/** What happened, in one sentence without who, when and why. */
export function describeEvent(event: RegistryEvent): string {
  switch (event.kind) {
    case 'registered':
      return `version ${event.version} registered`;
    case 'alias-set':
      return `${event.alias} set from ${versionWord(event.from)} to version ${event.version} without a gate`;
    case 'alias-removed':
      return `${event.alias} taken away from ${versionWord(event.from)}`;
    case 'rolled-back':
      return `${event.alias} rolled back from ${versionWord(event.from)} to version ${event.version}`;
    case 'promoted':
      return `version ${event.version} promoted to ${event.alias} in place of ${versionWord(event.from)}: ${event.outcome.checks.length} checks passed`;
    case 'refused':
      return `version ${event.version} refused as ${event.alias}: ${failures(event)}`;
    case 'overridden':
      return `version ${event.version} promoted to ${event.alias} in place of ${versionWord(event.from)} although it failed: ${failures(event)}`;
    case 'tag-set':
      return `version ${event.version} tagged ${event.tag}=${event.value}`;
    case 'tag-removed':
      return `tag ${event.tag} of version ${event.version} taken away`;
    case 'card-set':
      return `card of version ${event.version} written`;
    default:
      return assertNever(event);
  }
}

/** Which way an alias was set, and whether a gate was asked. */
export const aliasWayWords: { readonly [W in AliasWay]: string } = {
  'alias-set': 'set without a gate',
  promoted: 'promoted, the gate passed',
  overridden: 'promoted by override, the gate did not pass',
  'rolled-back': 'rolled back, without a gate',
};

/** Which version held an alias from when to when, in one sentence; `time` writes a moment. */
export function describeHolder({ version, since, until, by }: AliasHolder, time: (iso: string) => string): string {
  const from = since === null ? '' : ` since ${time(since)}`;
  const to = until === null ? '' : ` until ${time(until)}`;
  return `${versionWord(version)}${from}${to}${by === null ? '' : `, set by ${by}`}`;
}
