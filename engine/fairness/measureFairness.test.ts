import { describe, expect, it } from 'vitest';
import { fairnessSection, type FairnessSection, type FairnessSettings } from '#shared/domain/fairness.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { compareCsv } from '../../fixtures/oracles/comparedCsv.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

type Cell = string | number | null;
type Row = readonly [group: Cell, truth: Cell, said: Cell];

const side = (rows: readonly Row[]) => ({ columns: ['group', 'y', 'p'], rows });

function compare(
  reference: readonly Row[],
  current: readonly Row[],
  fairness: Partial<FairnessSettings> = {},
  more: ReportSettingsInput = {},
) {
  return compareCsv(
    { reference: side(reference), current: side(current) },
    { roles: { target: 'y', prediction: 'p' }, fairness: { sensitive: ['group'], resamples: 30, smallGroup: 0, ...fairness }, ...more },
  );
}

/** So many rows of a group: true positives, false positives, false negatives, true negatives. */
function rowsOf(group: Cell, [tp, fp, fn, tn]: readonly [number, number, number, number]): Row[] {
  const times = (count: number, truth: string, said: string): Row[] => Array.from({ length: count }, () => [group, truth, said] as const);
  return [...times(tp, 'yes', 'yes'), ...times(fp, 'no', 'yes'), ...times(fn, 'yes', 'no'), ...times(tn, 'no', 'no')];
}

/*
 * Made by hand, 20 rows a group:
 *            TP FP FN TN   selected    of positives  of negatives  precision   accuracy
 *   men       6  4  2  8   10/20 0.5    6/8  0.75     4/12 0.3333   6/10 0.6   14/20 0.7
 *   women     3  2  3 12    5/20 0.25   3/6  0.5      2/14 0.1429   3/5  0.6   15/20 0.75
 */
const made = [...rowsOf('men', [6, 4, 2, 8]), ...rowsOf('women', [3, 2, 3, 12])];

/** By hand: between groups, and women less (or over) men. */
const byHand: Record<string, readonly [between: number, against: number]> = {
  'statistical-parity-difference': [0.25, -0.25],
  'disparate-impact': [0.5, 0.5],
  'equal-opportunity-difference': [0.25, -0.25],
  'average-odds-difference': [(0.25 + 4 / 12 - 2 / 14) / 2, (-0.25 - (4 / 12 - 2 / 14)) / 2],
  'equalised-odds-difference': [0.25, 0.25],
  'predictive-parity-difference': [0, 0],
  'accuracy-difference': [0.05, 0.05],
};

describe('two groups, worked out by hand', () => {
  it('has their rates, and both conventions', async () => {
    const { fairness, findings } = await compare(made, made, { privileged: { group: 'men' } });
    const [column] = fairness?.columns ?? [];
    expect(fairness?.positiveLabel).toBe('true');
    expect(column?.groups.map(({ group, privileged }) => [group, privileged])).toEqual([
      ['men', true],
      ['women', false],
    ]);
    expect(column?.groups[1]?.current).toMatchObject({
      rows: 20,
      selectionRate: 0.25,
      truePositiveRate: 0.5,
      precision: 0.6,
      accuracy: 0.75,
    });
    expect(column?.groups[1]?.current?.falseOmissionRate).toBe(3 / 15);
    for (const { metric, convention, reference, current } of column?.disparities ?? []) {
      const truth = byHand[metric]![convention === 'between-groups' ? 0 : 1];
      expect(current, `${metric} ${convention}`).toBeCloseTo(truth, 14);
      expect(reference).toBe(current);
    }
    expect(column?.disparities).toHaveLength(14);
    expect(findings.find(({ code }) => code === 'fairness-four-fifths')?.sentence).toBe(
      'p selects women 0.5 times as often as men, which is below four fifths (in the reference the lowest rate was 0.5 times the highest).',
    );
  });

  it('does not care for the order of rows, and repeats its intervals', async () => {
    const forwards = await compare(made, made);
    const backwards = await compare(made.toReversed(), made.toReversed());
    expect(backwards.fairness).toEqual(forwards.fairness);
    const other = await compare(made, made, { seed: 1 });
    const intervals = (found: typeof other) => found.fairness?.columns[0]?.disparities.map(({ intervals: each }) => each.current);
    expect(intervals(other)).not.toEqual(intervals(forwards));
  });

  it('has intervals that hold the value, and none where there are no resamples', async () => {
    const { fairness } = await compare(made, made, { resamples: 400 });
    for (const { convention, current, intervals } of fairness?.columns[0]?.disparities ?? []) {
      const [from, to] = intervals.current ?? [Number.NaN, Number.NaN];
      expect(from).toBeLessThanOrEqual(to);
      if (convention === 'between-groups') expect(to).toBeGreaterThanOrEqual(current ?? 0);
    }
    const without = await compare(made, made, { resamples: 0 });
    expect(without.fairness?.columns[0]?.disparities.every(({ intervals: each }) => each.current === null)).toBe(true);
  });

  it('takes a row as selected from the threshold on', async () => {
    const rows: Row[] = [['a', 1, 0.5], ['a', 0, 0.49], ['b', 1, 0.7], ['b', 0, 0.2]]; // prettier-ignore
    const rate = async (probabilityThreshold: number) => {
      const { fairness } = await compare(rows, rows, {}, { performance: { probabilityThreshold } });
      return fairness?.columns[0]?.groups.map(({ current }) => current?.selectionRate);
    };
    expect(await rate(0.5)).toEqual([0.5, 0.5]);
    expect(await rate(0.3)).toEqual([1, 0.5]);
  });
});

describe('a denominator of 0', () => {
  it('gives no number but its reason', async () => {
    // Of a nobody is positive, of b nobody is selected.
    const rows = [...rowsOf('a', [0, 2, 0, 3]), ...rowsOf('b', [0, 0, 4, 1])];
    const { fairness } = await compare(rows, rows, { privileged: { group: 'b' } });
    const [column] = fairness?.columns ?? [];
    expect(column?.groups[0]?.current).toMatchObject({ truePositiveRate: null, reasons: { truePositiveRate: 'no-positives' } });
    expect(column?.groups[1]?.current).toMatchObject({ precision: null, reasons: { precision: 'none-selected' } });
    const of = (metric: string, convention: string) =>
      column?.disparities.find((row) => row.metric === metric && row.convention === convention);
    expect(of('disparate-impact', 'between-groups')).toMatchObject({ current: 0 });
    expect(of('disparate-impact', 'against-privileged')).toMatchObject({ current: null, reasons: { current: 'none-selected' } });
    expect(of('equal-opportunity-difference', 'between-groups')).toMatchObject({ current: null, reasons: { current: 'no-positives' } });
    expect(of('average-odds-difference', 'against-privileged')).toMatchObject({ current: null, intervals: { current: null } });
  });

  it('leaves a group without the rate out of highest and lowest', async () => {
    const rows = [...made, ...rowsOf('others', [0, 1, 0, 4])];
    const { fairness } = await compare(rows, rows);
    const of = (metric: string) => fairness?.columns[0]?.disparities.find((row) => row.metric === metric)?.current;
    expect(of('equal-opportunity-difference')).toBe(0.25);
    expect(of('statistical-parity-difference')).toBe(0.3);
  });
});

describe('what are groups', () => {
  it('are the quarters of the reference where a number has many values', async () => {
    const rows = Array.from({ length: 200 }, (_, i): Row => [i + 0.5, i % 2 === 0 ? 'yes' : 'no', i % 3 === 0 ? 'yes' : 'no']);
    const { fairness } = await compare(rows, rows);
    expect(fairness?.columns[0]).toMatchObject({ groupedBy: 'quarters' });
    expect(fairness?.columns[0]?.groups.map(({ group, current }) => [group, current?.rows])).toEqual([
      ['below 50.25', 50],
      ['50.25 to 100', 50],
      ['100 to 149.8', 50],
      ['from 149.8', 50],
    ]);
  });

  it('are not compared where there are too many, and a finding says so', async () => {
    const rows = Array.from({ length: 90 }, (_, i): Row => [`name ${i % 30}`, i % 2 === 0 ? 'yes' : 'no', 'yes']);
    const { fairness, findings } = await compare(rows, rows);
    expect(fairness).toBeNull();
    expect(findings.find(({ code }) => code === 'fairness-not-measured')?.sentence).toBe(
      'Fairness was not measured: group has more than 20 groups.',
    );
  });

  it('one that only one side has has no rows on the other; a small one is pointed out', async () => {
    const { fairness, findings } = await compare(made, [...made, ...rowsOf('new', [1, 0, 0, 1])], { smallGroup: 10 });
    const found = fairness?.columns[0]?.groups.find(({ group }) => group === 'new');
    expect(found).toMatchObject({
      small: true,
      reference: { rows: 0, reasons: { selectionRate: 'no-valid-values' } },
      current: { rows: 2 },
    });
    expect(findings.find(({ code }) => code === 'fairness-small-group')?.sentence).toContain('The group new has few rows');
  });

  it('counts rows that are left out', async () => {
    const { fairness, findings } = await compare(made, [...made, [null, 'yes', 'yes'], ['men', null, 'no']]);
    expect(fairness?.columns[0]?.rows.current).toEqual({ rows: 42, used: 40, leftOut: 2 });
    expect(findings.filter(({ code }) => code === 'fairness-rows-left-out')).toHaveLength(1);
  });
});

const hostile: Record<string, readonly Row[]> = {
  empty: [],
  'one row': [['a', 'yes', 'no']],
  'one group': rowsOf('a', [1, 2, 3, 4]),
  'all null': [[null, null, null]],
  'odd names': [...rowsOf('it\'s "so",\nreally', [1, 1, 1, 1]), ...rowsOf('constructor', [2, 0, 1, 1]), ...rowsOf('', [1, 1, 0, 0])],
  'always yes': [...rowsOf('a', [3, 2, 0, 0]), ...rowsOf('b', [1, 2, 0, 0])],
  'never yes': [...rowsOf('a', [0, 0, 3, 2]), ...rowsOf('b', [0, 0, 1, 2])],
};

describe('whatever the data are', () => {
  for (const [name, rows] of Object.entries(hostile))
    for (const [other, reference] of [
      ['itself', rows],
      ['usual data', made],
    ] as const)
      // prettier-ignore
      it(`${name} against ${other}: every number is finite or has its reason, or a finding says why there is none`, async () => {
        const { fairness, findings } = await compare(reference, rows);
        if (fairness === null) {
          expect(findings.map(({ code }) => code)).toContain('fairness-not-measured');
          return;
        }
        expect(fairnessSection.parse(JSON.parse(JSON.stringify(fairness)))).toEqual(fairness);
        const withoutWords = fairness.columns.map(({ groups, disparities }) => ({
          groups: groups.map(({ reference: a, current: b }) => [a, b]),
          disparities: disparities.map(({ belowFourFifths: _, ...rest }) => rest),
        }));
        expect(unexplainedNulls(withoutWords)).toEqual([]);
      });

  it('needs classes, and one of interest where there are more than two', async () => {
    const numbers = Array.from({ length: 30 }, (_, i): Row => [i % 2, i + 0.5, i + 0.25]);
    const { findings } = await compare(numbers, numbers);
    expect(findings.map(({ sentence }) => sentence)).toContain('Fairness was not measured: the predictions are numbers, not classes.');
    const three = ['x', 'y', 'z'].flatMap((label, i): Row[] => [['a', label, 'x'], ['b', label, i === 0 ? 'x' : label]]); // prettier-ignore
    const unnamed = await compare(three, three);
    expect(unnamed.findings.find(({ code }) => code === 'fairness-not-measured')?.sentence).toContain('more than two classes');
    const named = await compare(three, three, {}, { performance: { positiveLabel: 'x' } });
    expect(named.fairness?.columns[0]?.groups.map(({ current }) => current?.selectionRate)).toEqual([1, 1 / 3]);
  });

  it('works without the section on performance, and refuses a group that is not there', async () => {
    const { fairness, performance } = await compare(made, made, {}, { sections: ['fairness'] });
    expect(performance).toBeNull();
    expect(fairness?.columns).toHaveLength(1);
    await expect(compare(made, made, { privileged: { group: 'man' } })).rejects.toMatchObject({
      code: 'E_CLASS_UNKNOWN',
      message: expect.stringContaining('Did you mean men'),
    });
  });
});

describe('groups in which columns meet', () => {
  const both = (rows: readonly (readonly Cell[])[]) => ({ columns: ['sex', 'age', 'y', 'p'], rows });
  /** Of disparate impact alone there are four fifths to be below of. */
  const unexplained = (section: unknown) => unexplainedNulls(section).filter((path) => !path.endsWith('belowFourFifths'));
  /** So many rows of a pair of groups, so many of them selected; every other one is positive. */
  const rowsIn = (sex: Cell, age: Cell, rows: number, selected: number): Cell[][] =>
    Array.from({ length: rows }, (_, i) => [sex, age, i % 2 === 0 ? 'yes' : 'no', i < selected ? 'yes' : 'no']);
  const compareBoth = (rows: readonly (readonly Cell[])[], fairness: Partial<FairnessSettings> = {}) =>
    compareCsv(
      { reference: both(rows), current: both(rows) },
      { roles: { target: 'y', prediction: 'p' }, fairness: { sensitive: ['sex', 'age'], resamples: 30, ...fairness } },
    );

  /** Even by sex (half of each) and even by age, and not where they meet. */
  const hidden = [
    ...rowsIn('f', 'old', 40, 30),
    ...rowsIn('f', 'young', 40, 10),
    ...rowsIn('m', 'old', 40, 10),
    ...rowsIn('m', 'young', 40, 30),
  ];

  it('show what neither column shows alone', async () => {
    const { fairness, findings } = await compareBoth(hidden, { privileged: { sex: 'm', age: 'young' } });
    const parity = (column: FairnessSection['columns'][number]) =>
      column.disparities.find(({ metric }) => metric === 'statistical-parity-difference')?.current;
    expect(fairness!.columns.map(parity)).toEqual([0, 0]);
    expect(fairness!.intersection).toMatchObject({ column: 'sex and age', groupedBy: 'columns', privileged: 'm · young' });
    expect(parity(fairness!.intersection!)).toBe(0.5);
    expect(findings.filter(({ code }) => code === 'fairness-four-fifths')).toMatchObject([{ column: null }]);
    expect(unexplained(fairness)).toEqual([]);
    expect(fairnessSection.parse(fairness)).toEqual(fairness);
  });

  it('that are small are shown, and left out of what is compared', async () => {
    const { fairness, findings } = await compareBoth([...hidden, ...rowsIn('x', 'old', 3, 3)]);
    const met = fairness!.intersection!;
    expect(met.groups.map(({ group, small }) => [group, small]).at(-1)).toEqual(['x · old', true]);
    expect(met.disparities.find(({ metric }) => metric === 'statistical-parity-difference')?.current).toBe(0.5);
    expect(findings.map(({ sentence }) => sentence)).toContain('The group x · old has few rows, and is left out of what is compared.');
    const all = await compareBoth([...hidden, ...rowsIn('x', 'old', 3, 3)], { smallGroup: 0 });
    expect(all.fairness!.intersection!.disparities.find(({ metric }) => metric === 'statistical-parity-difference')?.current).toBe(0.75);
    const none = await compareBoth(hidden, { smallGroup: 41 });
    expect(none.fairness!.intersection!.disparities[0]).toMatchObject({ current: null, reasons: { current: 'too-few-rows' } });
    expect(unexplained(none.fairness)).toEqual([]);
  });

  it('are not made of one column, nor of too many groups', async () => {
    expect((await compare(made, made)).fairness?.intersection).toBeNull();
    const many = Array.from({ length: 400 }, (_, i) => [
      `s${i % 20}`,
      `a${Math.floor(i / 20)}`,
      i % 2 ? 'yes' : 'no',
      i % 3 ? 'yes' : 'no',
    ]);
    const { fairness, findings } = await compareBoth(many);
    expect(fairness?.columns).toHaveLength(2);
    expect(fairness?.intersection).toBeNull();
    expect(findings.find(({ code }) => code === 'fairness-not-measured')?.sentence).toContain(
      'sex and age together make more than 40 groups',
    );
  });
});
