import type { DataSummarySide } from '#shared/domain/dataSummary.ts';
import { defineSideCheck, type SideParts } from './profileCheck.ts';
import type { DatasetCheck } from './defineCheck.ts';

type SummaryParts = Omit<SideParts, 'of' | 'needs'> & { readonly of: (side: DataSummarySide) => number | null };

/** Declares a check of one number of the data summary. */
export function defineSummaryCheck({ of, ...parts }: SummaryParts): DatasetCheck {
  return defineSideCheck({
    ...parts,
    needs: 'data-summary',
    of: ({ dataSummary }, side) => (dataSummary === null ? null : of(dataSummary[side])),
  });
}
