import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { openDataset } from '../data/dataset.ts';
import { openDuckDb, type Database } from '../data/openDuckDb.ts';
import { resolveSource } from '../data/resolveSource.ts';
import { Pacer, unattended } from '../jobs/pacer.ts';
import { encodeFeatures, type EncodeRequest, type FeatureSources } from './encodeFeatures.ts';

const folder = makeDataFolder();
let database: Database;
let sources: FeatureSources;

const rows = `select i::int as place, i % 3 as small, case when i % 10 = 0 then null when i % 10 = 1 then '' else chr((97 + i % 4)::int) end as letter,
  case when i % 5 = 0 then 'infinity'::double when i % 5 = 1 then null when i % 5 = 2 then 'nan'::double else i / 2 end as x,
  timestamp '1970-01-01' + to_seconds(i) as at, 'it''s "' || (i % 2) as "a 'quoted'\n ""name"""`;

beforeAll(async () => {
  const paths = {
    reference: await folder.write('reference.parquet', `${rows} from range(30000) t(i)`),
    current: await folder.write('current.parquet', `${rows}, 'only here' as extra from range(50) t(i)`),
  };
  database = await openDuckDb({ files: Object.values(paths) });
  const open = async (side: 'reference' | 'current') => {
    const source = await resolveSource({ path: paths[side] });
    return openDataset(database, { side, source, rows: reportSettings.parse({}) }, unattended.signal);
  };
  const datasets = { reference: await open('reference'), current: await open('current') };
  sources = { database, datasets, context: unattended, pacer: new Pacer(unattended.signal) };
});

afterAll(async () => {
  await database.close();
  folder.remove();
});

const usual: Omit<EncodeRequest, 'columns'> = { categoriesFrom: 'both', emptyIsMissing: false, mostRows: 1_000_000, seed: 1 };

describe('reading columns for a learner', () => {
  it('keeps numbers and times, in the order of the file, and NaN where there is no finite number', async () => {
    const { reference } = await encodeFeatures(sources, {
      ...usual,
      columns: [
        { column: 'place', kind: 'numeric' },
        { column: 'x', kind: 'numeric' },
        { column: 'at', kind: 'datetime' },
      ],
    });
    const [place, x, at] = reference.columns;
    expect(reference).toMatchObject({ rows: 30_000, of: 30_000 });
    expect(place!.every((value, i) => value === i)).toBe(true);
    expect([...x!.subarray(0, 9)]).toEqual([NaN, NaN, NaN, 1.5, 2, NaN, NaN, NaN, 4]);
    expect([...at!.subarray(0, 3)]).toEqual([0, 1000, 2000]);
  });

  it('gives categories codes, the most common first', async () => {
    const { reference, current, categories } = await encodeFeatures(sources, {
      ...usual,
      columns: [
        { column: 'letter', kind: 'categorical' },
        { column: 'small', kind: 'categorical' },
      ],
    });
    const { values, counts } = categories[0]!;
    expect([...values].sort()).toEqual(['', 'a', 'b', 'c', 'd']);
    expect([...counts].every((count, i) => i === 0 || count <= counts[i - 1]!)).toBe(true);
    const letters = [...reference.columns[0]!.subarray(0, 5)].map((code) => values[code]);
    expect(letters).toEqual([undefined, '', 'c', 'd', 'a']);
    expect(current.columns[1]!.subarray(0, 4).map((code) => Number(categories[1]!.values[code]))).toEqual(Float64Array.of(0, 1, 2, 0));
  });

  it('knows a category that was not counted from one that is missing', async () => {
    const { reference, current, categories } = await encodeFeatures(sources, {
      ...usual,
      emptyIsMissing: true,
      categoriesFrom: 'reference',
      columns: [
        { column: 'extra', kind: 'categorical' },
        { column: 'letter', kind: 'categorical' },
      ],
    });
    expect(categories[0]!.values).toEqual([]);
    expect(reference.columns[0]!.every(Number.isNaN)).toBe(true);
    expect(current.columns[0]!.every((code) => code === -1)).toBe(true);
    expect(categories[1]!.values).not.toContain('');
  });

  it('takes names and values with quotes and newlines', async () => {
    const column = 'a \'quoted\'\n "name"';
    const { reference, categories } = await encodeFeatures(sources, { ...usual, columns: [{ column, kind: 'categorical' }] });
    expect(categories[0]!.values).toEqual(['it\'s "0', 'it\'s "1']);
    expect([...reference.columns[0]!.subarray(0, 3)]).toEqual([0, 1, 0]);
  });

  it('draws rows by the seed: as many as asked for, whole rows, the same each time', async () => {
    const request: EncodeRequest = {
      ...usual,
      mostRows: 500,
      columns: [
        { column: 'place', kind: 'numeric' },
        { column: 'at', kind: 'datetime' },
      ],
    };
    const one = await encodeFeatures(sources, request);
    expect(one.reference).toMatchObject({ rows: 500, of: 30_000 });
    expect(one.current).toMatchObject({ rows: 50, of: 50 });
    const [place, at] = one.reference.columns;
    expect(place!.every((value, i) => value * 1000 === at![i])).toBe(true);
    expect(place!.reduce((sum, value) => sum + value, 0) / 500 / 15_000).toBeCloseTo(1, 1);
    expect(await encodeFeatures(sources, request)).toEqual(one);
    expect((await encodeFeatures(sources, { ...request, seed: 2 })).reference.columns).not.toEqual(one.reference.columns);
  });
});
