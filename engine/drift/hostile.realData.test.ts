import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { driftReport } from '#shared/domain/report.ts';
import { reportSettings } from '#shared/domain/settings.ts';
import { hasSharedData, onRealData, readPlainCsv, sharedData } from '../../fixtures/realData/sharedData.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets } from './compareDatasets.ts';

const folder = resolve(sharedData, 'data/hostile');
const files = hasSharedData
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.parquet'))
      .sort()
  : [];
const outcomes = new Map(hasSharedData ? readPlainCsv(resolve(folder, 'OUTCOMES.csv')).map((row) => [row['file']!, row['outcome']!]) : []);

describe.skipIf(!hasSharedData)(onRealData('every hostile file gives a report or a coded error that names it'), () => {
  for (const file of files) {
    test(file, async () => {
      const path = resolve(folder, file);
      const compared = compareDatasets({ reference: { path }, current: { path }, settings: reportSettings.parse({}) }, unattended);
      const outcome = await compared.catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(AppError);
        expect((outcome as AppError).code).toMatch(/^E_(FILE|DATA)_/);
        expect(outcome.message).toContain(path);
        expect(outcomes.get(file), 'the database reads it').not.toBe('ok');
        return;
      }
      const marks = {
        schemaVersion: 1,
        id: 'x',
        createdAt: '2024-01-01T00:00:00Z',
        producedBy: { name: 'driftglass', version: '0' },
        command: 'x',
      };
      const report = driftReport.parse({ ...marks, ...(outcome as object) });
      // What a damaged page decodes to may differ from one reading to the next.
      const isDamaged = outcomes.get(file) !== 'ok' || file.includes('bad_data');
      if (!isDamaged) expect(report.dataDrift.columns.filter((column) => column.drifted)).toEqual([]);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    });
  }
});
