import { describe, expect, test } from 'vitest';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import { columnsNeedingAttention, columnVerdict, datasetVerdict } from './verdict.ts';
import { excess, worstFirst } from './worstFirst.ts';

const report = makeReport({ columns: 20, seed: 7 });
const column = (name: string) => report.dataDrift.columns.find((each) => each.column === name)!;

describe('a verdict', () => {
  test('is an icon, a word and a tone for every state of a column', () => {
    const words = ['trip_distance', 'fare_amount', 'duration_min', 'congestion_surcharge', 'trip_id', 'ehail_fee'].map((name) => {
      const { tone, icon, word } = columnVerdict(column(name));
      return `${icon} ${word} (${tone})`;
    });
    expect(words).toEqual([
      '▲ drifted (broken)',
      '✓ no drift (good)',
      '◆ moderate (attention)',
      '◆ only in current (attention)',
      '○ not tested (unknown)',
      '○ no values (unknown)',
    ]);
  });

  test('of the data set is broken, in need of attention, good or unknown', () => {
    const verdict = (numberOfColumns: number, numberOfDriftedColumns: number, datasetDrift: boolean): string => {
      const dataDrift = { ...report.dataDrift, numberOfColumns, numberOfDriftedColumns, datasetDrift };
      const { tone, word } = datasetVerdict({ dataDrift });
      return `${tone}: ${word}`;
    };
    expect([verdict(7, 5, true), verdict(7, 1, false), verdict(1, 0, false), verdict(0, 0, false)]).toEqual([
      'broken: 5 of 7 columns drifted',
      'attention: 1 of 7 columns drifted',
      'good: 0 of 1 column drifted',
      'unknown: No column could be tested',
    ]);
  });
});

test('attention is asked for by findings and by states, not by notes', () => {
  expect([...columnsNeedingAttention(report)].sort()).toEqual(['congestion_surcharge', 'duration_min', 'payment_type', 'temperature']);
});

describe('worst first', () => {
  test('puts drift before attention, attention before calm, calm before untested', () => {
    const ranks = worstFirst(report.dataDrift.columns).map((each) => {
      if (each.drifted) return 0;
      if (columnVerdict(each).tone === 'attention') return 1;
      return each.status === 'tested' ? 2 : 3;
    });
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(4);
  });

  test('within the drifted puts the furthest beyond its threshold first, p-values too', () => {
    const drifted = worstFirst(report.dataDrift.columns).flatMap((each) => (each.status === 'tested' && each.drifted ? excess(each) : []));
    expect(drifted).toEqual([...drifted].sort((a, b) => b - a));
    expect(drifted.every((each) => each >= 1 && Number.isFinite(each))).toBe(true);
  });
});
