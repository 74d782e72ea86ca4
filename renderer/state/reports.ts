import type { DriftReport } from '#shared/domain/report.ts';
import { client } from '../client/engine.ts';

const kept = new Map<string, DriftReport>();
const keepAtMost = 6;

export function keepReport(report: DriftReport): void {
  kept.delete(report.id);
  kept.set(report.id, report);
  for (const id of kept.keys()) {
    if (kept.size <= keepAtMost) break;
    kept.delete(id);
  }
}

export function forgetReport(id: string): void {
  kept.delete(id);
}

/** A kept report never changes, so one that was read is not read again. */
export async function readReport(id: string, signal: AbortSignal): Promise<DriftReport> {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const report = await client.reports.get({ id }, { signal });
  keepReport(report);
  return report;
}

/** A report that was read already. */
export function keptReport(id: string): DriftReport | null {
  return kept.get(id) ?? null;
}
