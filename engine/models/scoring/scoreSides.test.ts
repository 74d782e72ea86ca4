import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import type { ReportSettingsInput } from '#shared/domain/settings.ts';
import { makeDataFolder, type DataFolder } from '../../../fixtures/data/writeData.ts';
import { modelPath } from '../../../fixtures/models/expectedModels.ts';
import { reportSettings } from '#shared/domain/settings.ts';
import { createEngine, type Engine } from '../../index.ts';
import { unattended } from '../../jobs/pacer.ts';

let folder: DataFolder;
let engine: Engine;
let reference: string;
let current: string;
let alone: string;
beforeAll(async () => {
  folder = makeDataFolder();
  // Scored files go to a temporary folder of this test, so that what is left behind can be seen.
  alone = mkdtempSync(join(tmpdir(), 'driftglass-alone-'));
  process.env['TMPDIR'] = alone;
  engine = createEngine({ workspace: null, host: 'terminal', roots: null });
  const rows = (shift: number): string =>
    `select i, (i % 17) / 4.0 - 2 + ${shift} as a, (i % 13) / 3.0 - 2 as b, (i % 7) - 3.0 as c,
     1.5 * ((i % 17) / 4.0 - 2 + ${shift}) - 2 * ((i % 13) / 3.0 - 2) + 0.25 * ((i % 7) - 3.0) + (i % 5) / 10.0 as y,
     case when i % 3 = 0 then 'low' when i % 3 = 1 then 'middle' else 'Low' end as answer from range(3000) r(i)`;
  reference = await folder.write('reference.parquet', rows(0));
  current = await folder.write('current.csv', rows(1));
});
afterAll(async () => {
  await engine.close();
  folder.remove();
  delete process.env['TMPDIR'];
  rmSync(alone, { recursive: true, force: true });
});

function report(settings: ReportSettingsInput, sides: { reference?: string; current?: string } = {}): Promise<DriftReport> {
  const input = {
    reference: { path: sides.reference ?? reference },
    current: { path: sides.current ?? current },
    settings: reportSettings.parse(settings),
  };
  return engine.api.reports.create(input, unattended);
}

const model = (name: string, more = {}): { path: string; map: Record<string, string[]> } => ({
  path: modelPath(name),
  map: { X: ['a', 'b', 'c'] },
  ...more,
});

describe('a report with a model', () => {
  test('scores both sides and measures the predictions as if they had come with the data', async () => {
    const made = await report({ model: model('external'), roles: { target: 'y' } });
    expect(driftReport.parse(made)).toEqual(made);
    expect(made.model).toMatchObject({
      name: 'external',
      task: 'regression',
      reference: { rows: 3000, missing: {} },
      current: { rows: 3000 },
    });
    expect(made.settings.roles.prediction).toBe('prediction');
    expect(made.settings.performance.task).toBe('regression');
    expect([made.reference.name, made.current.name]).toEqual(['reference.parquet', 'current.csv']);
    expect(made.reference.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    // The target is what the model says plus 0, 0.1, …, 0.4 in turn: a mean absolute error of 0.2.
    const mae = made.performance?.task === 'regression' ? made.performance.metrics.find(({ metric }) => metric === 'mae') : undefined;
    expect(mae?.reference).toBeCloseTo(0.2, 5);
    expect(mae?.current).toBeCloseTo(0.2, 5);
    const prediction = made.dataDrift.columns.find(({ column }) => column === 'prediction')!;
    expect(prediction).toMatchObject({ role: 'prediction', drifted: true, sql: [] });
    expect(made.dataDrift.columns.find(({ column }) => column === 'a')!.sql.length).toBeGreaterThan(0);

    const scored = await Promise.all(
      [reference, current].map(async (path, i) => {
        const output = join(folder.path, `scored-${i}.parquet`);
        await engine.api.models.score(
          {
            source: { path },
            model: modelPath('external'),
            settings: { ...model('external'), nulls: 'refuse', fill: {} },
            derive: [],
            where: null,
            keep: null,
            notFeatures: [],
            path: output,
          },
          unattended,
        );
        return output;
      }),
    );
    const given = await report(
      { roles: { target: 'y', prediction: 'prediction' }, ignore: ['model_name', 'model_version', 'model_sha256'] },
      { reference: scored[0]!, current: scored[1]! },
    );
    expect(made.performance).toEqual({ ...given.performance!, taskReason: made.performance!.taskReason });
    expect(made.modelDrift).toEqual(given.modelDrift);
    expect(readdirSync(alone)).toEqual([]);
  });

  test('takes classes and probabilities from a classifier', async () => {
    const made = await report({ model: model('zipmap-string'), roles: { target: 'answer' } });
    expect(made.settings.roles).toMatchObject({
      prediction: 'prediction',
      probabilities: { Low: 'probability_Low', low: 'probability_low_2', middle: 'probability_middle' },
    });
    expect(made.performance).toMatchObject({ task: 'classification' });
    expect(made.model!.notes).toHaveLength(1);
  });

  test('applies the condition before it scores, and counts what was filled', async () => {
    const gaps = await folder.write(
      'gaps.parquet',
      'select i, case when i % 10 = 0 then null else 1.0 end as a, 1.0 as b, 2.0 as c, 1.0 as y from range(100) r(i)',
    );
    await expect(report({ model: model('external') }, { current: gaps })).rejects.toMatchObject({ code: 'E_MODEL_VALUES' });
    const where = await report({ model: model('external'), where: 'a is not null' }, { current: gaps });
    expect(where.model!.current).toMatchObject({ rows: 90, missing: {} });
    expect(where.current.numberOfRows).toBe(90);
    const filled = await report({ model: model('external', { fill: { a: 1 } }) }, { current: gaps });
    expect(filled.model!.current).toMatchObject({ rows: 100, missing: { a: 10 } });
    expect(readdirSync(alone)).toEqual([]);
  });

  test('replaces predictions that came with the data, and says so', async () => {
    const old = await folder.write('old.parquet', "select i, 1.0 as a, 2.0 as b, i % 3 as c, 'old' as prediction from range(50) r(i)");
    const made = await report({ model: model('external') }, { reference: old, current: old });
    expect(made.model).toMatchObject({ reference: { replaced: ['prediction'] }, current: { replaced: ['prediction'] } });
    expect(made.dataDrift.columns.find(({ column }) => column === 'prediction')!.kind).toBe('numeric');
  });

  test('is told in the terminal, in Markdown and HTML, and made again by its command', async () => {
    const made = await report({ model: model('external', { nulls: 'nan', fill: { a: 1 } }), roles: { target: 'y' } });
    expect(made.command).toContain(`--model ${modelPath('external')} --map X=a,b,c --nulls nan --fill a=1`);
    const html = await engine.api.reports.render({ id: made.id, format: 'html' }, unattended);
    expect(html.content).toContain(made.model!.sha256);
    const text = await engine.api.reports.render({ id: made.id, format: 'md' }, unattended);
    expect(text.content).toMatch(/- model: external \\?\([0-9a-f]{12}\\?\) scored both sides\\?: prediction/);
  });

  test('is refused before any data are read when the model cannot be run, and is a path that may be opened', async () => {
    await expect(report({ model: model('unknown-operator') })).rejects.toMatchObject({ code: 'E_MODEL_UNSUPPORTED' });
    const guarded = createEngine({ workspace: null, host: 'browser', roots: [folder.path] });
    const asked = {
      reference: { path: reference },
      current: { path: current },
      settings: reportSettings.parse({ model: model('external') }),
    };
    await expect(guarded.api.reports.create(asked, unattended)).rejects.toMatchObject({ code: 'E_PATH_NOT_ALLOWED' });
    await guarded.close();
    expect(existsSync(alone)).toBe(true);
  });
});
