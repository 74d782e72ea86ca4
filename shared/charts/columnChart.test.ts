import { describe, expect, test } from 'vitest';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import type { CategoryHistogram } from '../domain/profile.ts';
import { categoryRows, drawnCategories } from './categoryChart.ts';
import { lightCharts } from './chartTheme.ts';
import { columnChart } from './columnChart.ts';
import { describeChart } from './describeChart.ts';
import { distributionChart } from './distributionChart.ts';

const report = makeReport({ columns: 20, seed: 7 });
const column = (name: string) => report.dataDrift.columns.find((each) => each.column === name)!;

interface Drawn {
  series: { name: string; data: unknown[] }[];
  xAxis: { axisLabel: { formatter: (value: number) => string; customValues: number[] } };
}

function drawn(name: string): Drawn {
  return columnChart(column(name), lightCharts)?.option as unknown as Drawn;
}

test('every column that has values has a picture and the others have none', () => {
  const without = report.dataDrift.columns.filter((each) => columnChart(each, lightCharts) === null).map((each) => each.column);
  expect(without).toEqual(['trip_id', 'ehail_fee']);
});

test('a side without values is not drawn', () => {
  expect(drawn('congestion_surcharge').series.map(({ name }) => name)).toEqual(['current']);
  expect(drawn('trip_distance').series.map(({ name }) => name)).toEqual(['reference', 'current']);
});

test('a gathered tail says where it begins', () => {
  const { axisLabel } = drawn('trip_distance').xAxis;
  expect(axisLabel.formatter(axisLabel.customValues.at(-1)!)).toMatch(/^≥ \d+\.\d+$/);
});

test('a datetime column has dates on its axis', () => {
  const { axisLabel } = drawn('pickup_time').xAxis;
  expect(axisLabel.customValues.map((value) => axisLabel.formatter(value))).toContain('2022-01-20');
});

test('the height of the outline is the share, in every unit', () => {
  const option = distributionChart(
    { kind: 'numeric', edges: [0, 1e-300, 2e-300], reference: [3, 1], current: [1, 1], lowerTail: false, upperTail: false },
    lightCharts,
  ) as unknown as Drawn;
  expect(option.series[0]?.data).toEqual([[0, 0], [0, 0.75], [0.5, 0.75], [0.5, 0.25], [1, 0.25], [1, 0], [1, null]]); // prettier-ignore
});

describe('categories', () => {
  const many: CategoryHistogram = {
    kind: 'categories',
    categories: Array.from({ length: 20 }, (_, i) => ({
      value: i === 0 ? '' : `c${i}`,
      reference: i === 1 ? 0 : 5,
      current: i === 2 ? 0 : 5,
    })),
    other: { categories: 30, reference: 5, current: 5 },
  };

  test('beyond the first dozen are one row, and shares still sum to one', () => {
    const rows = categoryRows(many);
    expect(rows).toHaveLength(drawnCategories + 1);
    expect(rows.at(-1)?.label).toBe('38 others');
    for (const side of ['reference', 'current'] as const) expect(rows.reduce((sum, row) => sum + row[side], 0)).toBeCloseTo(1, 12);
  });

  test('that are new or gone are marked, and the empty text has a name', () => {
    expect(
      categoryRows(many)
        .slice(0, 4)
        .map(({ label }) => label),
    ).toEqual(['(empty)', 'c1 (new)', 'c2 (gone)', 'c3']);
  });
});

test('a picture is described in words with its numbers', () => {
  expect(describeChart(column('trip_distance'))).toBe(
    'Distribution of trip_distance on both sides: reference median 1.798, current median 2.749.',
  );
  expect(describeChart(column('payment_type'))).toMatch(
    /^Shares of the categories of payment_type on both sides\. Most common: card, reference \d/,
  );
});
