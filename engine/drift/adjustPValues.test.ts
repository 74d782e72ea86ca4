import { afterAll, describe, expect, it } from 'vitest';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import type { TestedColumn } from '#shared/domain/report.ts';
import { makeDataFolder } from '../../fixtures/data/writeData.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets } from './compareDatasets.ts';

const data = makeDataFolder();
afterAll(() => data.remove());

/** Columns of one law, of which chance flags one, and one that moved. */
async function compare(drift: ReportSettingsInput['drift']) {
  const uniform = (column: number, seed: number): string => `((hash(i, ${seed}, ${column}) >> 11) / 9007199254740992.0)`;
  const side = (seed: number, shift: number): string => {
    const clean = Array.from({ length: 12 }, (_, column) => `${uniform(column, seed)} as clean_${column}`);
    return `select ${[...clean, `${uniform(99, seed)} + ${shift} as moved`].join(', ')} from range(400) t(i)`;
  };
  const [reference, current] = [await data.write('reference.parquet', side(1, 0)), await data.write('current.parquet', side(7, 0.3))];
  const settings = reportSettings.parse({ drift: { method: 'ks', ...drift } });
  return (await compareDatasets({ reference: { path: reference }, current: { path: current }, settings }, unattended)).dataDrift;
}

const tested = (columns: Awaited<ReturnType<typeof compare>>['columns']): TestedColumn[] =>
  columns.filter((column): column is TestedColumn => column.status === 'tested');

describe('p-values of many columns', () => {
  it('are judged as they are unless it is asked otherwise', async () => {
    const { columns } = await compare({ threshold: 0.5 });
    for (const column of tested(columns)) expect(column.driftScore).toBe(column.pValue);
    expect(tested(columns).filter(({ drifted }) => drifted).length).toBeGreaterThan(1);
  });

  it('are judged adjusted where it is asked, and the sentence says so', async () => {
    const { columns, numberOfDriftedColumns, numberOfDriftedColumnsAdjusted } = await compare({
      threshold: 0.5,
      adjust: 'benjamini-hochberg',
    });
    for (const column of tested(columns)) {
      expect(column.driftScore).toBe(column.adjustedPValue);
      expect(column.drifted).toBe(column.adjustedPValue! <= 0.5);
    }
    expect(numberOfDriftedColumns).toBe(numberOfDriftedColumnsAdjusted);
    const raw = await compare({ threshold: 0.5 });
    expect(numberOfDriftedColumns).toBeLessThan(raw.numberOfDriftedColumns);
    expect(tested(columns).find(({ column }) => column === 'moved')).toMatchObject({ drifted: true });
    expect(tested(columns).some(({ sentence }) => / adjusted from \d\.\d+ for the number of columns/.test(sentence))).toBe(true);
  });
});
