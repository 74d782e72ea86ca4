import type { DriftReport, RunSummary } from '#shared/domain/report.ts';
import { newestFirst, runNotFound, summarise, type Runs } from './runs.ts';

interface Kept {
  readonly report: DriftReport;
  readonly summary: RunSummary;
}

function move(id: string, from: Map<string, Kept>, to: Map<string, Kept>): void {
  const run = from.get(id);
  if (run === undefined) throw runNotFound(id);
  from.delete(id);
  to.set(id, run);
}

/** Runs of a workspace that is not on disk. */
export function memoryRuns(): Runs {
  const kept = new Map<string, Kept>();
  const removed = new Map<string, Kept>();
  return {
    add: async (report, durationMs) => {
      kept.set(report.id, { report, summary: summarise(report, durationMs) });
    },
    list: async () => newestFirst([...kept.values()].map((run) => run.summary)),
    get: async (id) => {
      const run = kept.get(id);
      if (run === undefined) throw runNotFound(id);
      return run.report;
    },
    remove: async (id) => move(id, kept, removed),
    restore: async (id) => move(id, removed, kept),
    close: async () => removed.clear(),
  };
}
