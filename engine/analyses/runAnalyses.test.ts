import { expect, test } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { withSections } from '#shared/domain/sections.ts';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { Pacer, unattended } from '../jobs/pacer.ts';
import type { Analysis, AnalysisWork } from './defineAnalysis.ts';
import { runAnalyses, type Given } from './runAnalyses.ts';

const workOf = (settings: ReportSettingsInput = {}, context = unattended): Given => ({
  database: undefined as never,
  datasets: undefined as never,
  columns: [],
  gathered: new Map(),
  settings: reportSettings.parse(settings),
  context,
  pacer: new Pacer(context.signal),
});

const note = (sentence: string) => ({ severity: 'note', code: 'sampled', column: null, sentence }) as const;

function analysis(
  measure: (work: AnalysisWork) => Promise<readonly ReturnType<typeof note>[]>,
  id: Analysis['id'] = 'performance',
): Analysis {
  return { id, key: 'performance', doing: 'Testing', measure: async (work) => ({ results: {}, findings: await measure(work) }) };
}

const throws = (error: unknown) =>
  analysis(() => {
    throw error;
  });

test('an analysis that fails is a finding, and the others are made', async () => {
  const fine = analysis(async () => [note('made')]);
  const { findings, results } = await runAnalyses(workOf(), [throws(new Error('it broke.')), fine]);
  expect(findings.map(({ code }) => code)).toEqual(['analysis-failed', 'sampled']);
  expect(findings[0]?.sentence).toContain('“Model performance” could not be made: it broke.');
  expect(results.performance).toBeNull();
});

test('a mistake of the person who asked ends the job, and so does cancelling', async () => {
  await expect(runAnalyses(workOf(), [throws(new AppError('E_COLUMN_UNKNOWN', 'no such column'))])).rejects.toMatchObject({
    code: 'E_COLUMN_UNKNOWN',
  });
  await expect(runAnalyses(workOf(), [throws(new AppError('E_CANCELLED', 'cancelled'))])).rejects.toMatchObject({ code: 'E_CANCELLED' });
});

test('only chosen sections are made, and they know whether they were asked for', async () => {
  const asked: boolean[] = [];
  const each = analysis(async (work) => {
    asked.push(work.asked);
    return [];
  });
  await runAnalyses(workOf(), [each]);
  await runAnalyses(workOf({ sections: ['performance'] }), [each]);
  await runAnalyses(workOf({ sections: ['data-drift'] }), [each]);
  await runAnalyses(workOf({ sections: withSections(null, ['outliers']) }), [each]);
  expect(asked).toEqual([false, true, false]);
});

test('the progress of an analysis is a part of that of the job', async () => {
  const shares: number[] = [];
  const half = analysis(async ({ context }) => {
    context.progress({ share: 0.5, message: 'half' });
    return [];
  });
  await runAnalyses(workOf({}, { signal: unattended.signal, progress: ({ share }) => shares.push(share ?? -1) }), [half, half]);
  expect(shares).toHaveLength(4);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});
