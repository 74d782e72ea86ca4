import { z } from 'zod';
import type { OutlierRule } from '#shared/domain/outliers.ts';
import { notMuchMore } from '../automaticConditions.ts';
import { defineColumnCheck, type ColumnFacts } from '../defineCheck.ts';
import { rowsBeyond } from '../failingRows.ts';

function ruleOf({ report, column, params }: ColumnFacts): OutlierRule | null {
  const found = report.outliers?.columns.find((each) => each.column === column.column);
  return (params['rule'] === 'z-score' ? found?.zScore : found?.iqr) ?? null;
}

/** Values of current far from the middle of the reference, as a share of its finite values. */
export const outlierShare = defineColumnCheck({
  id: 'outlier-share',
  label: 'Share of outliers',
  group: 'ranges',
  form: 'share',
  kinds: ['numeric'],
  needs: 'outliers',
  params: z.strictObject({ rule: z.enum(['iqr', 'z-score']).default('iqr') }),
  noun: ({ column }) => `The share of outliers of ${column.column}`,
  measure: (facts) => {
    const rule = ruleOf(facts);
    if (rule === null) return { value: null, referenceValue: null, reason: 'no-valid-values' };
    const { reference, current } = rule;
    const where = rowsBeyond(facts, rule);
    return {
      value: current.share,
      referenceValue: reference.share,
      reason: 'no-valid-values',
      detail: `${current.below} below, ${current.above} above`,
      failingRows: where === null ? null : { where, count: current.below + current.above },
    };
  },
  automatic: notMuchMore,
  byDefault: 'at most the reference’s, + 10 %',
  looksAtRows: true,
});
