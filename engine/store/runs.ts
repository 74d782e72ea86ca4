import type { DriftReport, RunSummary } from '#shared/domain/report.ts';
import { AppError } from '#shared/errors/AppError.ts';

/** The kept reports of a workspace. */
export interface Runs {
  add(report: DriftReport, durationMs: number): Promise<void>;
  /** Newest first. A damaged run is left out; the others stay. */
  list(): Promise<RunSummary[]>;
  get(id: string): Promise<DriftReport>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** Forgets what was removed. */
  close(): Promise<void>;
}

export function summarise(report: DriftReport, durationMs: number): RunSummary {
  const { reference, current, dataDrift } = report;
  return {
    id: report.id,
    createdAt: report.createdAt,
    reference: { name: reference.name, path: reference.path, numberOfRows: reference.numberOfRows },
    current: { name: current.name, path: current.path, numberOfRows: current.numberOfRows },
    numberOfColumns: dataDrift.numberOfColumns,
    numberOfDriftedColumns: dataDrift.numberOfDriftedColumns,
    datasetDrift: dataDrift.datasetDrift,
    durationMs,
  };
}

export function newestFirst(summaries: Iterable<RunSummary>): RunSummary[] {
  return [...summaries].toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

export function runNotFound(id: string): AppError {
  return new AppError('E_RUN_NOT_FOUND', `There is no report ${JSON.stringify(id)} in this workspace.`);
}
