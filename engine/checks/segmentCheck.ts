import type { SegmentMeasure, SegmentSearch } from '#shared/domain/weakSegments.ts';
import { defineDatasetCheck, type CheckParts, type DatasetCheck, type DatasetFacts } from './defineCheck.ts';

type Parts = Pick<CheckParts<DatasetFacts>, 'id' | 'label' | 'automatic' | 'byDefault'> & {
  readonly measures: SegmentMeasure;
  readonly what: string;
  /** The number asked about, from the worst segment; without a clearly weak one, `none`. */
  readonly of: (value: number, overall: number) => number;
  readonly none: number;
};

/** Declares a check of the worst segment; its rows are the ones that fail. */
export function defineSegmentCheck({ measures, what, of, none, ...parts }: Parts): DatasetCheck {
  return defineDatasetCheck({
    ...parts,
    group: 'relations',
    form: 'number',
    needs: 'weak-segments',
    fixed: true,
    noun: () => what,
    measure: ({ report: { weakSegments } }) => {
      const search: SegmentSearch | undefined = weakSegments?.searches.find(({ measure }) => measure === measures);
      if (search === undefined || search.rows === 0) return { value: null, referenceValue: null, reason: 'no-valid-values' };
      const [worst] = search.segments;
      if (worst === undefined || search.overall.current === null) return { value: none, referenceValue: none, reason: 'no-valid-values' };
      const { where, rows, value } = worst;
      return {
        value: of(value, search.overall.current),
        referenceValue: none,
        reason: 'no-valid-values',
        detail: `where ${where}`,
        failingRows: { where, count: rows },
      };
    },
  });
}
