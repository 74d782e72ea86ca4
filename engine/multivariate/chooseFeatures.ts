import type { ColumnReport } from '#shared/domain/report.ts';
import type { FeatureRequest } from '../learners/encodeFeatures.ts';

/** A column that takes part; numbers with what standardises them. */
export interface Feature extends FeatureRequest {
  readonly kind: 'numeric' | 'categorical';
  readonly mean: number;
  readonly standardDeviation: number;
}

export interface ChosenFeatures {
  readonly features: readonly Feature[];
  readonly leftOut: readonly { readonly column: string; readonly because: string }[];
}

const kindWords: Readonly<Record<string, string>> = {
  datetime: 'a time moves on by itself',
  id: 'an identifier is new in every row',
  text: 'free text is not a number or a category',
  unsupported: 'its type is not analysed',
};

function whyNot({ kind, reference, current, types }: ColumnReport): string | null {
  if (types.reference === null || types.current === null) return 'only one side has it';
  const ofKind = kindWords[kind];
  if (ofKind !== undefined) return ofKind;
  if (reference === null || current === null) return 'the sides cannot be compared';
  if (reference.valid === 0 || current.valid === 0) return 'one side has no values';
  if (reference.distinct === 1) return 'it is constant in the reference';
  if (kind === 'numeric' && !(reference.mean !== null && Number.isFinite(reference.standardDeviation) && reference.standardDeviation! > 0))
    return 'its values are too large or too close to be standardised';
  return null;
}

/** The columns that take part: features that are numbers or categories, with values on both sides. */
export function chooseFeatures(columns: readonly ColumnReport[]): ChosenFeatures {
  const features: Feature[] = [];
  const leftOut: { column: string; because: string }[] = [];
  for (const report of columns) {
    if (report.role !== 'feature') continue;
    const because = whyNot(report);
    if (because !== null) {
      leftOut.push({ column: report.column, because });
      continue;
    }
    const { mean, standardDeviation } = report.reference!;
    const kind = report.kind === 'numeric' ? 'numeric' : 'categorical';
    features.push({ column: report.column, kind, mean: mean ?? 0, standardDeviation: standardDeviation ?? 1 });
  }
  return { features, leftOut };
}
