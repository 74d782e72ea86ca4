import type { ColumnImportance, WeightedDrift } from '#shared/domain/modelDrift.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import { own } from '#shared/lib/own.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { Evidence } from '../drift/evidence.ts';
import { cramersVOfShares } from '../stats/cramersVOfShares.ts';
import { weightedShift } from '../stats/weightedShift.ts';
import type { EstimatedImportance } from './estimateImportance.ts';

/** How far a column moved, from 0 to 1, whatever its method: the gap of distribution functions, Cramér's V, 2 AUC − 1. */
export function shiftOf(evidence: Evidence): number {
  if (evidence.kind === 'numeric') return evidence.distributionGap.supremum;
  if (evidence.kind === 'text') return Math.max(0, 2 * evidence.content.auc - 1);
  return cramersVOfShares(evidence.counts.reference, evidence.counts.current);
}

type Work = Pick<AnalysisWork, 'columns' | 'gathered' | 'settings'>;

function columnsOf({ columns, gathered, settings }: Work, estimated: EstimatedImportance | null): ColumnImportance[] {
  // A column that the forest cannot read has no importance; one that a list of importances leaves out has none of it.
  const importanceOf = (column: string): number =>
    (estimated === null ? own(settings.importances, column) : estimated.importances.get(column)) ?? 0;
  const features = columns.filter(({ role, column }) => role === 'feature' && (estimated?.importances.has(column) ?? true));
  const total = features.reduce((sum, { column }) => sum + importanceOf(column), 0);
  const rows = features.map(({ column, drifted }): ColumnImportance => {
    const evidence = gathered.get(column)?.evidence ?? null;
    const importance = total > 0 ? importanceOf(column) / total : 0;
    if (evidence === null) return { column, importance, shift: null, drifted, reasons: { shift: 'not-tested' } };
    return { column, importance, shift: shiftOf(evidence), drifted, reasons: {} };
  });
  return rows.sort((a, b) => b.importance - a.importance);
}

/** Drift weighted by what each column is worth to the model: by importances that were given, else by estimated ones. */
export function weighDrift(work: Work, estimated: EstimatedImportance | null): WeightedDrift {
  const given = estimated === null;
  const columns = columnsOf(work, estimated);
  const tested = columns.filter(({ shift }) => shift !== null);
  const weights = tested.map(({ importance }) => importance);
  const worth = weights.reduce((sum, weight) => sum + weight, 0);
  const drifted = tested.reduce((sum, { drifted: moved, importance }) => sum + (moved ? importance : 0), 0);
  const absent: Record<string, AbsenceReason> = {
    ...(given ? { explains: 'not-estimated', explained: 'not-estimated', rows: 'not-estimated' } : {}),
    ...(worth > 0 ? {} : { score: 'not-tested', driftedImportance: 'not-tested' }),
  };
  return {
    source: given ? 'given' : 'estimated',
    explains: estimated?.explains ?? null,
    explained: estimated?.explained ?? null,
    rows: estimated?.rows ?? null,
    score: weightedShift(
      tested.map(({ shift }) => shift!),
      weights,
    ),
    driftedImportance: worth > 0 ? Math.min(1, drifted / worth) : null,
    columns,
    reasons: absent,
  };
}
