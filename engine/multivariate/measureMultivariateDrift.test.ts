import { describe, expect, it } from 'vitest';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { seededRandom, type Random } from '#shared/lib/random.ts';
import { multivariateHeadline } from '#shared/text/describeMultivariate.ts';
import { compareTables, type Cell, type Table } from '../../fixtures/oracles/compareTables.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

const only: ReportSettingsInput = { sections: ['multivariate-drift'] };
/** The classifier costs most; where it is not asked about it gets few rows. */
const quick: ReportSettingsInput = { ...only, multivariate: { classifierRows: 100 } };

async function measured(reference: Table, current: Table, settings: ReportSettingsInput = only): Promise<MultivariateDrift> {
  const { multivariateDrift } = await compareTables(reference, current, settings);
  if (multivariateDrift === null) throw new Error('nothing was measured');
  return multivariateDrift;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const column = (rows: number, value: (row: number) => Cell): Cell[] => Array.from({ length: rows }, (_, row) => value(row));

/** Independent columns, the first two of them correlated. */
function correlated(rows: number, columns: number, rho: number, random: Random): Table {
  const first = column(rows, () => normal(random)) as number[];
  const rest = Array.from({ length: columns - 2 }, (_, i) => [`c${i}`, column(rows, () => normal(random))] as const);
  return { a: first, b: first.map((x) => rho * x + Math.sqrt(1 - rho * rho) * normal(random)), ...Object.fromEntries(rest) };
}

describe('drift that no single column shows', () => {
  it('is found where a correlation is lost, and its columns are named', async () => {
    const random = seededRandom(1);
    const report = await compareTables(correlated(2000, 6, 0.9, random), correlated(1500, 6, 0, random), {
      sections: ['data-drift', 'multivariate-drift'],
    });
    const { multivariateDrift } = report;
    expect(report.dataDrift.numberOfDriftedColumns).toBe(0);
    const { reconstruction, classifier } = multivariateDrift!;
    expect(reconstruction).toMatchObject({ drifted: true, heldOut: true });
    expect(classifier).toMatchObject({ drifted: true, rows: { reference: 2000, current: 1500 } });
    for (const { columns } of [reconstruction!, classifier!]) {
      expect(
        columns
          .slice(0, 2)
          .map((each) => each.column)
          .sort(),
      ).toEqual(['a', 'b']);
    }
    expect(classifier!.columns[0]!.rocAucLoss).toBeGreaterThan(0.1);
    expect(multivariateHeadline(multivariateDrift!)).toBe('The columns still look alike one by one, but no longer together.');
    expect(report.findings.find(({ code }) => code === 'multivariate-drift')).toMatchObject({ severity: 'attention' });
    expect(unexplainedNulls(multivariateDrift)).toEqual([]);
  });

  it('is found by the classifier where the relation is no straight line', async () => {
    const random = seededRandom(2);
    const table = (rows: number, crossed: boolean): Table => {
      const x = column(rows, () => normal(random)) as number[];
      const sign = (): number => (random() < 0.5 ? -1 : 1);
      return {
        x,
        y: crossed ? x.map((value) => sign() * value) : column(rows, () => normal(random)),
        z: column(rows, () => normal(random)),
      };
    };
    const { reconstruction, classifier, columnsDriftedAlone } = await measured(table(1500, true), table(1500, false));
    expect(columnsDriftedAlone).toBe(0);
    expect(reconstruction!.drifted).toBe(false);
    expect(classifier!.drifted).toBe(true);
  });

  it('shows when it began, where a column says when', async () => {
    const random = seededRandom(3);
    const day = (row: number): string => new Date(Date.UTC(2026, 0, 1 + Math.floor(row / 20))).toISOString().slice(0, 10);
    const [good, bad] = [correlated(1200, 4, 0.95, random), correlated(600, 4, -0.5, random)];
    const reference = { ...correlated(2000, 4, 0.95, random), at: column(2000, (row) => (row < 7 ? null : day(row))) };
    const joined = Object.fromEntries(Object.keys(good).map((name) => [name, [...good[name]!, ...bad[name]!]]));
    const found = await measured(reference, { ...joined, at: column(1800, day) }, { ...quick, roles: { datetime: 'at' } });
    expect(found.piecesBy).toBe('at');
    const { currentPieces, reference: pieces } = found.reconstruction!;
    expect(pieces).toHaveLength(10);
    expect(pieces[0]!.from).toBe('2026-01-01T00:00:00.000Z');
    expect(found.reconstruction!.rowsWithoutTime).toBe(7);
    expect(currentPieces).toHaveLength(9);
    expect(currentPieces.map(({ outside }) => outside)).toEqual([
      ...new Array<boolean>(6).fill(false),
      ...new Array<boolean>(3).fill(true),
    ]);
  });
});

describe('false alarms', () => {
  it('stay rare with held-out pieces, also where columns are many, and are the rule without', async () => {
    const random = seededRandom(4);
    const alarms = { heldOut: 0, inSample: 0 };
    for (let pair = 0; pair < 6; pair++) {
      const [reference, current] = [correlated(300, 30, 0.5, random), correlated(300, 30, 0.5, random)];
      for (const heldOut of [true, false]) {
        const found = await measured(reference, current, { ...only, multivariate: { heldOut, classifierRows: 100 } });
        if (found.reconstruction!.drifted) alarms[heldOut ? 'heldOut' : 'inSample']++;
        expect(found.classifier!.drifted).toBe(false);
      }
    }
    expect(alarms.heldOut).toBeLessThanOrEqual(1);
    expect(alarms.inSample).toBeGreaterThan(2);
  });

  it('do not come from categories so many that some are on one side only', async () => {
    const random = seededRandom(5);
    const table = (rows: number): Table => ({
      place: column(rows, () => `place ${Math.floor(random() ** 2 * 400)}`),
      kind: column(rows, () => `kind ${Math.floor(random() * 3)}`),
      x: column(rows, () => normal(random)),
    });
    const { reconstruction, classifier } = await measured(table(1000), table(1000));
    expect(reconstruction!.drifted).toBe(false);
    expect(classifier!.drifted).toBe(false);
    expect(Math.abs(classifier!.rocAuc - 0.5)).toBeLessThan(0.07);
  });

  it('do not come from categories that stand for one row each: their shares say nothing', async () => {
    const random = seededRandom(9);
    const table = (): Table => ({ ...correlated(300, 3, 0.5, random), code: column(300, (row) => row * 1.5) });
    const { reconstruction } = await measured(table(), table(), { ...quick, kinds: { code: 'categorical' } });
    expect(reconstruction!.upper).toBeLessThan(10);
    expect(reconstruction!.drifted).toBe(false);
  });

  it('do not come from few current rows: the band is as much wider', async () => {
    const random = seededRandom(6);
    const reference = correlated(4000, 5, 0.7, random);
    const few = await measured(reference, correlated(12, 5, 0.7, random), quick);
    const many = await measured(reference, correlated(400, 5, 0.7, random), quick);
    expect(few.reconstruction!.upper).toBeGreaterThan(many.reconstruction!.upper * 1.1);
    expect(few.reconstruction!.drifted).toBe(false);
    expect(few.classifier).toBeNull();
    expect(few.notMade).toEqual(['No classifier was trained: it takes 60 rows a side.']);
  });

  it('do not come from the same rows on both sides: an area below one half is no drift', async () => {
    const table = correlated(600, 5, 0.5, seededRandom(7));
    const { classifier, reconstruction } = await measured(table, table);
    expect(classifier!.rocAuc).toBeLessThan(0.45);
    expect(classifier!.drifted).toBe(false);
    expect(reconstruction!.drifted).toBe(false);
  });
});

describe('what is asked for', () => {
  const random = seededRandom(8);
  const [reference, current] = [correlated(900, 4, 0.6, random), correlated(700, 4, 0.6, random)];

  it('is the same each time, and the classifier does not care for the order of rows', async () => {
    const one = await measured(reference, current);
    expect(await measured(reference, current)).toEqual(one);
    const reversed = Object.fromEntries(Object.entries(current).map(([name, cells]) => [name, cells.toReversed()]));
    const { classifier, reconstruction } = await measured(reference, reversed);
    expect(classifier!.rocAuc).toBe(one.classifier!.rocAuc);
    expect(reconstruction!.current.value).toBeCloseTo(one.reconstruction!.current.value, 12);
  });

  it('may be other pieces, another share of the variance and a limit from the reference', async () => {
    const found = await measured(reference, current, {
      ...only,
      multivariate: { pieces: 5, keptVariance: 0.9, classifierThreshold: null },
    });
    expect(found.reconstruction).toMatchObject({ components: 3 });
    expect(found.reconstruction!.reference).toHaveLength(5);
    expect(found.classifier).toMatchObject({ thresholdFrom: 'reference' });
    const values = found.classifier!.reference.map(({ value }) => value);
    const mean = values.reduce((sum, value) => sum + value, 0) / 5;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5);
    expect(found.classifier!.threshold).toBeCloseTo(mean + 3 * deviation, 12);
  });

  it('leaves out what cannot take part, and says why', async () => {
    const more = (table: Table, rows: number): Table => ({
      ...table,
      same: column(rows, () => 7),
      empty: column(rows, () => null),
      'it\'s "x",\ny': column(rows, (row) => (row * 7) % 13),
    });
    const found = await measured(more(reference, 900), more(current, 700), quick);
    expect(found.columns).toContain('it\'s "x",\ny');
    expect(found.leftOut.map((each) => each.column)).toEqual(['same', 'empty']);
  });

  it('says what is missing where there is too little or too much', async () => {
    const sentenceOf = async (a: Table, b: Table): Promise<string | undefined> =>
      (await compareTables(a, b, quick)).findings.find(({ code }) => code === 'section-left-out')?.sentence;
    expect(await sentenceOf({ a: [1, 2, 3] }, { a: [1, 2, 3] })).toContain('Rows were not reconstructed: it takes two columns');
    const wide = Object.fromEntries(
      Array.from({ length: 201 }, (_, i) => [`c${i}`, column(30, (row) => ((row * (i + 3)) % 29) + row / 2)]),
    );
    expect(await sentenceOf(wide, wide)).toContain('no more than 200 columns, and there are 201');
  });

  it('keeps every number finite at the end of the doubles', async () => {
    const rows = 200;
    const ends = (far: number): Table => ({
      x: column(rows, (row) => (row % 17) * 1e-300),
      y: column(rows, (row) => (row % 2 === 0 ? far : -far) * ((row % 5) + 0.5)),
      z: column(rows, (row) => ((row * row) % 23) + (row % 3) * 0.5),
      w: column(rows, (row) => Math.sin(row)),
    });
    const found = await measured(ends(1), ends(1e307), quick);
    expect(JSON.stringify(found)).not.toMatch(/null,"current"|NaN|Infinity/);
    expect(found.reconstruction!.drifted).toBe(true);
    expect(Number.isFinite(found.reconstruction!.current.value)).toBe(true);
    for (const { current: lost } of found.reconstruction!.columns) expect(Number.isFinite(lost)).toBe(true);
  });
});
