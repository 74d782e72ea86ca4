import { AppError } from '#shared/errors/AppError.ts';
import type { ColumnReport, UntestedColumn } from '#shared/domain/report.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { own } from '#shared/lib/own.ts';
import { explainVerdict } from '#shared/text/explainVerdict.ts';
import type { ColumnAnalysis } from './analysis.ts';
import { chosenMethod } from './chosenMethod.ts';
import type { Evidence } from './evidence.ts';
import { isDrift } from './isDrift.ts';
import { methodFor, type UsedMethod } from './methodFor.ts';
import type { PlannedColumn } from './planColumns.ts';
import { sensitivityOf } from './sensitivityOf.ts';

/** What the frame of a column adds to its verdict. */
export type ColumnFrame = Pick<ColumnReport, 'sql'>;

function common(
  plan: PlannedColumn,
  analysis: ColumnAnalysis,
  frame: ColumnFrame,
): Pick<ColumnReport, 'column' | 'kind' | 'kindReason' | 'role' | 'types' | 'reference' | 'current' | 'histogram' | 'unseen' | 'sql'> {
  return {
    column: plan.column,
    kind: analysis.kind,
    kindReason: analysis.kindReason,
    role: plan.role,
    types: { reference: plan.reference?.type ?? null, current: plan.current?.type ?? null },
    reference: analysis.reference,
    current: analysis.current,
    histogram: analysis.histogram,
    unseen: analysis.unseen,
    ...frame,
  };
}

function untested(
  plan: PlannedColumn,
  analysis: ColumnAnalysis,
  frame: ColumnFrame,
  notTested: UntestedColumn['notTested'],
): UntestedColumn {
  const numbers = { driftScore: null, statistic: null, pValue: null, adjustedPValue: null, threshold: null } as const;
  const reasons: Reasons = Object.fromEntries([...Object.keys(numbers), 'sensitivity'].map((field) => [field, 'not-tested']));
  return {
    ...common(plan, analysis, frame),
    status: 'not-tested',
    notTested,
    method: null,
    ...numbers,
    drifted: false,
    sentence: notTested.sentence,
    binEdges: null,
    sensitivity: null,
    reasons,
  };
}

function edgesUsed(method: UsedMethod, evidence: Evidence): number[] | null {
  if (method.bins === null || evidence.kind !== 'numeric') return null;
  const counts = method.bins === 'distinct-values' ? evidence.distinctValueCounts : evidence.counts;
  return counts.edges === null ? null : [...counts.edges];
}

function tested(
  plan: PlannedColumn,
  analysis: ColumnAnalysis,
  frame: ColumnFrame,
  evidence: Evidence,
  settings: ReportSettings,
): ColumnReport {
  const method = methodFor(chosenMethod(plan.column, evidence, settings), settings.compat);
  const found = method.compute(evidence, settings.drift);
  if ('none' in found) return untested(plan, analysis, frame, { reason: found.none, sentence: found.sentence });
  const statistic = found.statistic + 0;
  const pValue = found.pValue;
  const driftScore = method.verdict.on === 'pValue' ? pValue! : statistic;
  if (!Number.isFinite(driftScore)) throw new Error(`${method.id} gave ${driftScore} on ${plan.column}`);
  const threshold = own(settings.drift.thresholds, plan.column) ?? settings.drift.threshold ?? method.verdict.threshold;
  const drifted = isDrift(method.verdict, { driftScore, threshold });
  const reasons: Reasons = pValue === null ? { pValue: 'method-has-no-p-value', adjustedPValue: 'method-has-no-p-value' } : {};
  const { on: scoreIs, driftedWhen } = method.verdict;
  const facts = { method: method.id, driftScore, scoreIs, driftedWhen, statistic, threshold, drifted };
  return {
    ...common(plan, analysis, frame),
    status: 'tested',
    ...facts,
    pValue,
    adjustedPValue: pValue,
    band: method.band?.(statistic) ?? null,
    sentence: explainVerdict(facts, analysis.reference!, analysis.current!, analysis.histogram),
    binEdges: edgesUsed(method, evidence),
    sensitivity: sensitivityOf({ method, evidence, found, verdict: facts, options: settings.drift }),
    reasons,
  };
}

/** Gives a column its verdict, or the reason why it has none. Throws only for a wish that cannot be met. */
export function judgeColumn(plan: PlannedColumn, analysis: ColumnAnalysis, frame: ColumnFrame, settings: ReportSettings): ColumnReport {
  if (analysis.evidence === null) return untested(plan, analysis, frame, analysis.notTested!);
  try {
    return tested(plan, analysis, frame, analysis.evidence, settings);
  } catch (error) {
    if (error instanceof AppError) throw error;
    return untested(plan, analysis, frame, { reason: 'failed', sentence: `The method failed: ${String(error)}` });
  }
}
