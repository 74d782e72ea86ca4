import type { ReportSettings } from '#shared/domain/settings.ts';
import type { ColumnProfile, Histogram } from '#shared/domain/profile.ts';
import type { CategoryTable } from '../data/evidence/textCounts.ts';
import { decideKind, type KindDecision } from '../data/kinds.ts';
import { whyUnsupported } from '../data/sqlTypes.ts';
import { categoryProfile, numericProfile, timeProfile, uncountedProfile } from '../quality/profiles.ts';
import type { ColumnAnalysis } from './analysis.ts';
import { categoricalEvidence, categoriesOfNumbers, categoriesOfText, categoryHistogram, type CategoryColumn } from './categoryColumn.ts';
import { beyondRange, isComparable, unseenCategories } from './unseenValues.ts';
import { categoryFindings, missingFindings, numericFindings } from './columnFindings.ts';
import type { PlannedColumn } from './planColumns.ts';
import type { NumericSummary } from './summariseNumbers.ts';

/** Rows of each side, and the settings that shape what is gathered. */
export interface AnalysisFrame {
  readonly rows: { readonly reference: number; readonly current: number };
  readonly settings: ReportSettings;
}

type NotTested = NonNullable<ColumnAnalysis['notTested']>;

function oneSided(plan: PlannedColumn): NotTested | null {
  if (plan.current === null) return { reason: 'only-in-reference', sentence: 'The current data has no such column.' };
  if (plan.reference === null) return { reason: 'only-in-current', sentence: 'The reference data has no such column.' };
  return null;
}

function emptySides(reference: number, current: number): NotTested | null {
  if (reference > 0 && current > 0) return null;
  const reason = 'no-valid-values';
  if (reference === 0 && current === 0) return { reason, sentence: 'Neither side has a valid value in this column.' };
  return { reason, sentence: `${reference === 0 ? 'The reference' : 'The current data'} has no valid value in this column.` };
}

function untestedKind(decision: KindDecision): NotTested | null {
  const sentences: Partial<Record<KindDecision['kind'], string>> = {
    datetime: 'Times move on by nature, so no drift method is applied.',
    id: 'Identifiers differ by nature, so no drift method is applied.',
    text: 'Free text is tested where the section “Text drift” is asked for; its profile is shown.',
  };
  const sentence = sentences[decision.kind];
  return sentence === undefined ? null : { reason: 'kind-has-no-method', sentence };
}

function untestedRole({ role }: PlannedColumn): NotTested | null {
  if (role !== 'weight') return null;
  return { reason: 'role-has-no-method', sentence: 'Weights of rows are no feature of the model, so no drift method is applied.' };
}

interface Sides {
  readonly reference: ColumnProfile | null;
  readonly current: ColumnProfile | null;
}

function only(plan: PlannedColumn, sides: { reference: () => ColumnProfile; current: () => ColumnProfile }): Sides {
  return {
    reference: plan.reference === null ? null : sides.reference(),
    current: plan.current === null ? null : sides.current(),
  };
}

/** The reference decides, unless it lacks the column or has no value in it. */
function decide(plan: PlannedColumn, frame: AnalysisFrame, counts: { reference: SideSize; current: SideSize }): KindDecision {
  const byReference = plan.reference !== null && (counts.reference.valid > 0 || plan.current === null);
  const side = byReference ? 'reference' : 'current';
  return decideKind({
    column: plan.column,
    type: plan[side]!.type,
    chosen: plan.chosen,
    isIdRole: frame.settings.roles.id === plan.column,
    valid: counts[side].valid,
    distinct: counts[side].distinct,
  });
}

interface SideSize {
  readonly valid: number;
  readonly distinct: number;
}

function categoricalAnalysis(
  plan: PlannedColumn,
  frame: AnalysisFrame,
  decision: KindDecision,
  categories: CategoryColumn,
): ColumnAnalysis {
  const { missing } = frame.settings;
  const profiles = only(plan, {
    reference: () => categoryProfile({ rows: frame.rows.reference, side: categories.reference, missing }),
    current: () => categoryProfile({ rows: frame.rows.current, side: categories.current, missing }),
  });
  const notTested =
    oneSided(plan) ?? untestedRole(plan) ?? untestedKind(decision) ?? emptySides(categories.reference.valid, categories.current.valid);
  const isCategorical = decision.kind === 'categorical';
  const drawn: Histogram | null = isCategorical && categories.pooledDistinct > 0 ? categoryHistogram(categories) : null;
  return {
    kind: decision.kind,
    kindReason: decision.reason,
    ...profiles,
    histogram: drawn,
    unseen: isCategorical && isComparable(plan, categories.reference.valid) ? unseenCategories(categories) : null,
    evidence: notTested === null ? categoricalEvidence(categories) : null,
    notTested,
    findings: [
      ...(isCategorical ? categoryFindings(plan.column, categories) : []),
      ...missingFindings(plan.column, profiles.reference, profiles.current),
    ],
  };
}

function numericAnalysis(plan: PlannedColumn, frame: AnalysisFrame, decision: KindDecision, summary: NumericSummary): ColumnAnalysis {
  const profile = decision.kind === 'datetime' ? timeProfile : numericProfile;
  const { merged } = summary;
  const { missing } = frame.settings;
  const profiles = only(plan, {
    reference: () =>
      profile({
        rows: frame.rows.reference,
        side: summary.reference,
        distinct: merged.referenceDistinct,
        frequent: merged.referenceFrequent,
        missing,
      }),
    current: () =>
      profile({
        rows: frame.rows.current,
        side: summary.current,
        distinct: merged.currentDistinct,
        frequent: merged.currentFrequent,
        missing,
      }),
  });
  const notTested = oneSided(plan) ?? untestedRole(plan) ?? untestedKind(decision) ?? emptySides(summary.reference.n, summary.current.n);
  return {
    kind: decision.kind,
    kindReason: decision.reason,
    ...profiles,
    histogram: decision.kind === 'id' ? null : summary.histogram,
    unseen: decision.kind === 'numeric' && isComparable(plan, summary.reference.n) ? beyondRange(summary) : null,
    evidence: notTested === null ? summary.evidence : null,
    notTested,
    findings: [
      ...numericFindings(plan, summary, decision.kind === 'numeric' && notTested === null),
      ...missingFindings(plan.column, profiles.reference, profiles.current),
    ],
  };
}

/**
 * Makes the analysis of a column that was gathered as doubles. Returns null where it turns out to be one of
 * categories with more values than were held, so that it must be gathered as text.
 */
export function analyseNumbers(plan: PlannedColumn, frame: AnalysisFrame, summary: NumericSummary): ColumnAnalysis | null {
  const { merged } = summary;
  const decision = decide(plan, frame, {
    reference: { valid: summary.reference.n, distinct: merged.referenceDistinct },
    current: { valid: summary.current.n, distinct: merged.currentDistinct },
  });
  if (decision.kind !== 'categorical') return numericAnalysis(plan, frame, decision, summary);
  if (merged.runs === null) return null;
  return categoricalAnalysis(plan, frame, decision, categoriesOfNumbers(summary.reference, summary.current, merged.runs));
}

/** Makes the analysis of a column that was gathered as text. */
export function analyseTexts(plan: PlannedColumn, frame: AnalysisFrame, table: CategoryTable): ColumnAnalysis {
  return categoricalAnalysis(plan, frame, decide(plan, frame, table), categoriesOfText(table));
}

/** A column whose type is not analysed: its nulls are counted, no more. */
export function analyseUnsupported(
  plan: PlannedColumn,
  frame: AnalysisFrame,
  nulls: { reference: number; current: number },
): ColumnAnalysis {
  const { missing } = frame.settings;
  const profiles = only(plan, {
    reference: () => uncountedProfile({ rows: frame.rows.reference, nulls: nulls.reference, missing }),
    current: () => uncountedProfile({ rows: frame.rows.current, nulls: nulls.current, missing }),
  });
  const why = whyUnsupported((plan.reference ?? plan.current)!.type);
  const sentence = `${why[0]!.toUpperCase()}${why.slice(1)}.`;
  return {
    kind: 'unsupported',
    kindReason: `not analysed: ${why}.`,
    ...profiles,
    histogram: null,
    unseen: null,
    evidence: null,
    notTested: oneSided(plan) ?? { reason: 'type-not-analysed', sentence },
    findings: [
      { severity: 'note', code: 'type-not-analysed', column: plan.column, sentence },
      ...missingFindings(plan.column, profiles.reference, profiles.current),
    ],
  };
}

/** A column whose sides cannot be compared: each side was analysed for itself. */
export function analyseApart(plan: PlannedColumn, reference: ColumnAnalysis, current: ColumnAnalysis): ColumnAnalysis {
  const types = `${plan.reference!.type} in the reference and ${plan.current!.type} in current`;
  const empty = emptySides(reference.reference?.valid ?? 0, current.current?.valid ?? 0);
  const unsupported = reference.kind === 'unsupported' || current.kind === 'unsupported';
  const differ: NotTested = { reason: 'kinds-differ', sentence: `It is ${types}; choose a kind for it to compare all the same.` };
  const notTested = empty !== null && !unsupported ? empty : differ;
  return {
    kind: reference.kind,
    kindReason: reference.kindReason,
    reference: reference.reference,
    current: current.current,
    histogram: null,
    unseen: null,
    evidence: null,
    notTested,
    findings: [
      { severity: 'attention', code: 'kinds-differ', column: plan.column, sentence: `The column is ${types}.` },
      ...missingFindings(plan.column, reference.reference, current.current),
    ],
  };
}
