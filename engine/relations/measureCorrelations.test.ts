import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorrelationsSection } from '#shared/domain/correlations.ts';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

let data: DataFolder;
beforeAll(() => {
  data = makeDataFolder();
});
afterAll(() => data.remove());

const noise = (name: string, seed: number): string => `((hash(i, '${name}', ${seed}) >> 11)::double / 9007199254740992)`;

async function reportWith(reference: string, current: string, settings: ReportSettingsInput = {}): Promise<DriftReport> {
  const report = await reportOf(reference, current, { sections: ['correlations', 'target-leakage', 'weak-segments'], ...settings });
  expect(report.findings.filter(({ code }) => code === 'analysis-failed')).toEqual([]);
  expect(unexplainedNulls({ ...report, settings: {} })).toEqual([]);
  expect(driftReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return report;
}

const pairOf = ({ numeric }: CorrelationsSection, a: string, b: string) => numeric.pairs.find((pair) => pair.a === a && pair.b === b);

describe('correlations of two files', () => {
  it('are those of the database, and what changed is said first', async () => {
    const rows = (seed: number, mix: number): string =>
      `select x, ${mix} * x + y as y, case when i % 9 = 0 then null else x * x end as bent, ['a', 'b', 'c'][1 + floor(3 * x)::int] as third, ['p', 'q'][1 + floor(2 * y)::int] as half from (select i, ${noise('x', seed)} as x, ${noise('y', seed)} as y from range(4000) r(i))`;
    const reference = await data.write('relation-reference.parquet', rows(1, 1));
    const { correlations, findings } = await reportWith(reference, await data.write('relation-current.parquet', rows(2, 0)));
    const pair = pairOf(correlations!, 'x', 'y')!;
    expect(pair.reference.pearson).toBeCloseTo(Math.SQRT1_2, 1);
    expect(pair.current.pearson).toBeCloseTo(0, 1);
    expect(pair.adjustedPValue).toBeLessThan(1e-9);
    expect(pairOf(correlations!, 'x', 'bent')).toMatchObject({ current: { rows: 3555, spearman: 1, kendall: 1 } });
    expect(correlations!.numeric.pairs[0]).toMatchObject({ a: 'x', b: 'bent' });
    expect(correlations!.categorical.pairs[0]?.current.cramersV).toBeLessThan(0.05);
    expect(findings.find(({ code }) => code === 'correlations-changed')?.sentence).toContain('x and y, Pearson 0.7');
    // A uniform number and its third: 8/9 of the variance lie between the thirds.
    const mixed = correlations!.mixed.pairs.find(({ a, b }) => a === 'x' && b === 'third')!;
    expect(mixed.current.correlationRatio).toBeCloseTo(Math.sqrt(8 / 9), 2);
    expect(mixed.reference.plainCorrelationRatio! - mixed.reference.correlationRatio!).toBeGreaterThan(0);
    // On the reference y holds x, on current it does not.
    const moved = correlations!.mixed.pairs.find(({ a, b }) => a === 'y' && b === 'third')!;
    expect(moved.change).toBeCloseTo(-Math.sqrt(4 / 9), 1);
    expect(correlations!.mixed.numberOfPairs).toBe(correlations!.numeric.columns.length * correlations!.categorical.columns.length);
  });

  it('rest on a declared sample where there are many rows, but for Pearson’s', async () => {
    const path = await data.write(
      'long.parquet',
      `select i, ${noise('x', 3)} as x, ${noise('x', 3)} + ${noise('z', 3)} as y from range(120000) r(i)`,
    );
    const { correlations, findings } = await reportWith(path, path, { sections: ['correlations'] });
    expect(correlations).toMatchObject({ pearsonExact: true, sampled: { reference: { rows: 100_000, of: 120_000 } } });
    expect(pairOf(correlations!, 'x', 'y')?.current.rows).toBe(120_000);
    expect(pairOf(correlations!, 'x', 'y')).toMatchObject({ change: 0, reference: pairOf(correlations!, 'x', 'y')!.current });
    expect(findings.find(({ code }) => code === 'sampled')?.sentence).toContain('100,000 of 120,000');
  });

  it('say why there is none: constant, empty, infinite and huge columns, one row, no row', async () => {
    const odd = `select 7.5 as constant, null::double as empty, case when i % 3 = 0 then 'infinity'::double else i end as wild, i * 1e300 as huge, i::double as "it's ""x""", 'k' || (i % 2) as k, 'only' as same, null::varchar as nothing, i % 5 as y, i % 4 as p from range(NUMBER) r(i)`;
    for (const [reference, current] of [
      [60, 60],
      [60, 1],
      [0, 60],
      [1, 1],
      [0, 0],
    ]) {
      const [a, b] = [reference, current].map((number, side) =>
        data.write(`odd-${side}-${number}.parquet`, odd.replace('NUMBER', String(number))),
      );
      const { correlations } = await reportWith(await a!, await b!, { roles: { target: 'y', prediction: 'p' } });
      expect(JSON.stringify(correlations)).not.toMatch(/NaN|Infinity/);
      const reasonOf = (x: string, k: string): unknown =>
        correlations!.mixed.pairs.find(({ a, b }) => a === x && b === k)?.current.reasons['correlationRatio'];
      if (reference === 60 && current === 60) {
        expect([reasonOf('constant', 'k'), reasonOf('huge', 'same'), reasonOf('huge', 'k')]).toEqual(['constant', 'constant', undefined]);
      }
    }
  });

  it('are the same whichever way round the rows lie', async () => {
    const rows = (order: string): string =>
      `select ${noise('x', 5)} as x, ${noise('y', 5)} as y, i % 7 as z from range(3000) r(i) order by i ${order}`;
    const forwards = await data.write('forwards.parquet', rows('asc'));
    const plain = ({ correlations }: DriftReport): unknown =>
      correlations!.numeric.pairs.map(({ current }) => [current.pearson?.toPrecision(10), current.spearman, current.kendall]);
    expect(plain(await reportWith(forwards, await data.write('backwards.parquet', rows('desc'))))).toEqual(
      plain(await reportWith(forwards, forwards)),
    );
  });
});

describe('what one feature tells of the target', () => {
  const rows = (seed: number, given: string): string =>
    `select t, ${given} as given, h as helpful, ${noise('n', seed)} as useless, 'c' || (hash(i) % 900) as many from (select i, h + ${noise('t', seed)} as t, h from (select i, ${noise('h', seed)} as h from range(3000) r(i)))`;

  it('names the feature that gives a number away, and where that began', async () => {
    const reference = await data.write('leak-reference.parquet', rows(1, noise('g', 1)));
    const { targetLeakage, findings } = await reportWith(reference, await data.write('leak-current.parquet', rows(2, 'exp(t)')), {
      roles: { target: 't' },
    });
    const [first, second] = targetLeakage!.features;
    expect(first).toMatchObject({ column: 'given', hint: 'nearly-perfect', reference: 0 });
    expect(first!.current).toBeGreaterThan(0.95);
    expect(second).toMatchObject({ column: 'helpful', hint: 'none' });
    expect(second!.current).toBeCloseTo(1 - Math.SQRT1_2, 1);
    expect(targetLeakage!.features.find(({ column }) => column === 'many')?.current).toBeLessThan(0.02);
    expect(findings.filter(({ code }) => code === 'target-leakage').map(({ column }) => column)).toEqual(['given']);
  });

  it('works for classes, and says what is missing where no target is named', async () => {
    const path = await data.write('leak-classes.parquet', `select i % 3 = 0 as t, i % 3 as given, i % 2 as useless from range(900) r(i)`);
    const { targetLeakage } = await reportWith(path, path, { roles: { target: 't' } });
    expect(targetLeakage).toMatchObject({ targetIs: 'classes', features: [{ column: 'given' }, { column: 'useless' }] });
    expect(targetLeakage!.features[0]!.current).toBeGreaterThan(0.98);
    const { findings } = await reportWith(path, path);
    expect(findings.find(({ code }) => code === 'section-left-out')?.sentence).toBe(
      'Target leakage was asked for; name the column of the target.',
    );
  });
});
