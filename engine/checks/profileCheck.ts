import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { Side } from '#shared/domain/dataset.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import {
  defineColumnCheck,
  defineDatasetCheck,
  type CheckParts,
  type ColumnCheck,
  type ColumnFacts,
  type DatasetCheck,
  type DatasetFacts,
  type Measurement,
} from './defineCheck.ts';

type ProfileParts = Omit<CheckParts<ColumnFacts>, 'measure' | 'noun'> & {
  readonly kinds: ColumnCheck['kinds'];
  /** What is measured, without its column: "the mean". */
  readonly what: string;
  readonly of: (profile: ColumnProfile, facts: ColumnFacts) => number | null;
  readonly failingRows?: (facts: ColumnFacts) => string | null;
  readonly count?: (profile: ColumnProfile) => number;
};

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

/** Measures one number of a column's profile on both sides. */
export function profileMeasure(of: ProfileParts['of']): (facts: ColumnFacts) => Measurement {
  return (facts) => {
    const { reference, current } = facts.column;
    const value = current === null ? null : finite(of(current, facts));
    const referenceValue = reference === null ? null : finite(of(reference, facts));
    return { value, referenceValue, reason: 'no-valid-values' };
  };
}

/** Measures one number of both sides. */
export function sideMeasure(of: SideParts['of']): (facts: DatasetFacts) => Measurement {
  return ({ report }) => ({
    value: finite(of(report, 'current')),
    referenceValue: finite(of(report, 'reference')),
    reason: 'no-cells',
  });
}

/** Declares a check of one number of a column's profile, compared with the same number of the reference. */
export function defineProfileCheck({ what, of, failingRows, count, ...parts }: ProfileParts): ColumnCheck {
  return defineColumnCheck({
    ...parts,
    noun: ({ column }) => `${what} of ${column.column}`,
    measure: (facts) => {
      const { current } = facts.column;
      const where = failingRows?.(facts) ?? null;
      const rows = current === null || where === null || count === undefined ? null : { where, count: count(current) };
      return { ...profileMeasure(of)(facts), failingRows: rows };
    },
  });
}

export type SideParts = Omit<CheckParts<DatasetFacts>, 'measure' | 'noun'> & {
  readonly what: string;
  readonly of: (report: DriftReport, side: Side) => number | null;
};

/** Declares a check of one number of a whole side, compared with the same number of the reference. */
export function defineSideCheck({ what, of, ...parts }: SideParts): DatasetCheck {
  return defineDatasetCheck({
    ...parts,
    noun: () => what,
    measure: sideMeasure(of),
  });
}

/** Profiles of the columns that a side has. */
export function profilesOf(report: DriftReport, side: Side): ColumnProfile[] {
  return report.dataDrift.columns.flatMap((column) => column[side] ?? []);
}
