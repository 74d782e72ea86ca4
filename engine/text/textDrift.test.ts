import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { reportOf } from '../../fixtures/conformance/checkedPair.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

const vocabulary = 'order came late box broken service friendly quick again buy price good bad size colour shop'.split(' ');

/** Rows of reviews: each some words drawn by a hash; `more` is said in every third one. */
function reviews(rows: number, salt: string, more = ''): string {
  const words = `['${vocabulary.join("','")}']`;
  const draw = `list_transform(range((4 + hash(i || '${salt}n') % 6)::int), j -> ${words}[1 + (hash(i || '${salt}' || j) % ${vocabulary.length})::int])`;
  return `select i, array_to_string(${draw}, ' ') || case when i % 3 = 0 then '${more}' else '' end || '.' as review from range(${rows}) t(i)`;
}

let paths: { reference: string; same: string; drifted: string };
beforeAll(async () => {
  paths = {
    reference: await data.write('reference.parquet', reviews(1500, 'a')),
    same: await data.write('same.parquet', reviews(1200, 'b')),
    drifted: await data.write('drifted.parquet', reviews(1300, 'c', ' refund please')),
  };
});

const compare = (current: string, settings: ReportSettingsInput = { sections: ['data-drift', 'text-drift'] }): Promise<DriftReport> =>
  reportOf(paths.reference, current, { ignore: ['i'], ...settings });

describe('text drift', () => {
  it('finds the words that current has more of, and says so in the table of columns', async () => {
    const report = await compare(paths.drifted);
    const [column] = report.dataDrift.columns;
    expect(column).toMatchObject({ status: 'tested', method: 'text-classifier-auc', drifted: true, kind: 'text' });
    const [text] = report.textDrift!.columns;
    expect(text!.content!.more.slice(0, 2).map(({ word }) => word)).toEqual(expect.arrayContaining(['refund', 'please']));
    expect(text!.content!.more[0]!.referenceShare).toBe(0);
    expect(text!.content!.more[0]!.currentShare).toBeCloseTo(1 / 3, 2);
    expect(text!.content!.auc).toBeGreaterThan(0.6);
    expect(report.textDrift).toMatchObject({ numberOfColumns: 1, numberOfDriftedColumns: 1, shareOfDriftedColumns: 1 });
  });

  it('measures every text, also against the words that the reference knows', async () => {
    const [text] = (await compare(paths.drifted)).textDrift!.columns;
    const by = new Map(text!.descriptors.map((each) => [each.descriptor, each]));
    expect([...by.keys()]).toEqual(['characters', 'words', 'non-letter-share', 'unknown-word-share']);
    expect(by.get('words')!.current.mean! - by.get('words')!.reference.mean!).toBeCloseTo(2 / 3, 1);
    expect(by.get('unknown-word-share')).toMatchObject({ drifted: true, reference: { mean: 0, median: 0 }, current: { median: 0 } });
    expect(by.get('unknown-word-share')!.current.mean!).toBeGreaterThan(0.05);
  });

  it('finds nothing between texts of one kind', async () => {
    const report = await compare(paths.same);
    expect(report.dataDrift.columns[0]).toMatchObject({ status: 'tested', drifted: false });
    const [text] = report.textDrift!.columns;
    expect(text!.content!.auc).toBeLessThan(0.55);
    expect(text!.descriptors.map(({ drifted }) => drifted)).toEqual([false, false, false, false]);
  });

  it('is not worked out unless asked for, and a method for text asks for it', async () => {
    const usual = await compare(paths.same, {});
    expect(usual.textDrift).toBeNull();
    expect(usual.dataDrift.columns[0]).toMatchObject({ status: 'not-tested', notTested: { reason: 'kind-has-no-method' } });
    const named = await compare(paths.same, { drift: { methods: { review: 'text-classifier-test' } } });
    expect(named.dataDrift.columns[0]).toMatchObject({ status: 'tested', method: 'text-classifier-test', drifted: false });
  });

  it('says what is missing where no column is text', async () => {
    const report = await reportOf(paths.reference, paths.same, { columns: ['i'], sections: ['text-drift'] });
    expect(report.textDrift).toBeNull();
    expect(report.findings).toMatchObject([{ code: 'section-left-out' }]);
  });
});

describe('strange texts', () => {
  it.each([
    ['all null', 'select null::varchar as x from range(40)'],
    ['empty', "select '' as x from range(40)"],
    ['no row', "select 'a' as x from range(0)"],
    ['one row', "select 'only one' as x"],
    ['only signs', "select repeat('!', (i % 7)::int + 1) || '🙂' as x from range(60) t(i)"],
    ['other scripts', "select '東京 ' || i || ' Ünïcode' as x from range(60) t(i)"],
    ['very long', "select repeat('lang ' || i || ' ', 3000) as x from range(40) t(i)"],
    ['all the same', "select 'same old words' as x from range(60)"],
  ])('%s: a report with a reason for each number that is not there', async (name, sql) => {
    const odd = await data.write(`${name}.parquet`, sql);
    const plain = await data.write('plain.parquet', "select 'some words ' || i as x from range(50) t(i)");
    for (const [reference, current] of [
      [plain, odd],
      [odd, plain],
      [odd, odd],
    ] as const) {
      const report = await reportOf(reference, current, { kinds: { x: 'text' }, sections: ['text-drift'] });
      expect(driftReport.parse(report)).toEqual(report);
      expect(unexplainedNulls(report)).toEqual([]);
      expect(report.findings.filter(({ code }) => code === 'analysis-failed' || code === 'column-failed')).toEqual([]);
    }
  });

  it('gives the same numbers whatever the order of rows', async () => {
    const shuffled = await data.write('shuffled.parquet', `select * from (${reviews(1300, 'c', ' refund please')}) order by hash(i)`);
    const [a, b] = [await compare(paths.drifted), await compare(shuffled)];
    expect(b.textDrift).toEqual(a.textDrift);
    expect(b.dataDrift.columns[0]).toMatchObject({ driftScore: (a.dataDrift.columns[0] as { driftScore: number }).driftScore });
  });
});
