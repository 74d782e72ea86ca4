import type { CompatSetting, CompatSystem } from '../domain/compat.ts';

const names: Readonly<Record<CompatSystem, string>> = { evidently: 'Evidently 0.7' };

/** The name of the system whose numbers a report has; null for our own. */
export function compatText(system: CompatSetting): string | null {
  return system === 'none' ? null : names[system];
}

/** What stands in the head of a report whose numbers are those of another system. */
export function compatLine(system: CompatSetting): string | null {
  const name = compatText(system);
  return name === null ? null : `compat: numbers as in ${name}, its quirks included`;
}
