import { afterAll, describe, expect, it } from 'vitest';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { numericEvidenceOf } from '../../fixtures/oracles/evidenceOf.ts';
import { scoreOf } from '../../fixtures/oracles/scoreOf.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets, type ComparedDatasets } from './compareDatasets.ts';
import { driftMethods } from './methods.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

const rows = { reference: 6000, current: 5200 };
const numbers = (n: number, from: number): number[] => Array.from({ length: n }, (_, i) => from + ((i * 37) % n) / 3);

async function compare(drift: ReportSettingsInput['drift']): Promise<ComparedDatasets> {
  const side = (n: number, from: number, marked: number): string =>
    `select ${from} + ((i * 37) % ${n}) / 3.0 as x, case when i % ${marked} = 0 then 'a' else 'b' end as c, 'w' || i || ' from${from}' as t from range(${n}) t(i)`;
  const reference = { path: await data.write('reference.parquet', side(rows.reference, 0, 2)) };
  const current = { path: await data.write('current.parquet', side(rows.current, 300, 5)) };
  return compareDatasets({ reference, current, settings: reportSettings.parse({ drift }) }, unattended);
}

const column = (report: ComparedDatasets, name: string) => report.dataDrift.columns.find((one) => one.column === name)!;

describe('a method chosen for the files', () => {
  const evidence = numericEvidenceOf(numbers(rows.reference, 0), numbers(rows.current, 300));

  it.each(driftMethods.all)('$id is used, with the score of the values held in memory', async (method) => {
    const numeric = method.appliesTo.includes('numeric');
    const report = await compare({ method: method.id });
    const text = method.appliesTo.includes('text');
    const found = column(report, numeric ? 'x' : text ? 't' : 'c');
    // The bins of a uniform column hold too little each for the largest change of one share.
    expect(found).toMatchObject({ status: 'tested', method: method.id, drifted: method.id !== 'l-infinity' });
    const isSampled = method.mostValues !== undefined;
    if (numeric && !isSampled) expect(found.driftScore).toBeCloseTo(scoreOf(method, evidence), 10);
    expect(report.findings.filter(({ code }) => code === 'sampled').map((finding) => finding.column)).toEqual(
      isSampled && !text ? ['x'] : [],
    );
  });

  it.each(['mann-whitney', 't-test'])('%s looks at one side when told to', async (method) => {
    expect(column(await compare({ method, alternative: 'current-lower' }), 'x')).toMatchObject({ method, drifted: false });
    expect(column(await compare({ method, alternative: 'current-higher' }), 'x')).toMatchObject({ method, drifted: true });
  });

  it('that needs numbers is refused for a column of categories', async () => {
    await expect(compare({ methods: { c: 'mann-whitney' } })).rejects.toMatchObject({ code: 'E_METHOD_NOT_APPLICABLE' });
  });
});
