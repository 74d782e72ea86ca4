import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { hasSharedData, onRealData, readPlainCsv, sharedData } from '../../fixtures/realData/sharedData.ts';
import { unattended } from '../jobs/pacer.ts';
import { compareDatasets } from './compareDatasets.ts';
import { findMethod } from './methods.ts';

const folder = resolve(sharedData, 'data/pairs');
const rows = hasSharedData ? readPlainCsv(resolve(folder, 'expected_drift.csv')) : [];
const known = (name: string): boolean => {
  try {
    return findMethod(name) !== undefined;
  } catch {
    return false;
  }
};

/** Names under which the automatic choice is listed. */
const automatic: Record<string, string> = {
  'Wasserstein distance (normed)': 'wasserstein',
  'Jensen-Shannon distance': 'jensen-shannon',
  'K-S p_value': 'ks',
  'chi-square p_value': 'chi-square',
  'Z-test p_value': 'z',
};

interface Expected {
  readonly column: string;
  readonly method: string;
  readonly score: number;
}

function expectedOf(pair: string, method: string): Expected[] {
  const isDefault = method === 'default';
  return rows
    .filter((row) => row['pair'] === pair && (isDefault ? row['method']!.startsWith('DEFAULT:') : row['method'] === method))
    .map((row) => ({
      column: row['column']!,
      method: isDefault ? automatic[row['method']!.slice('DEFAULT:'.length)]! : findMethod(method).id,
      score: Number(row['score']),
    }));
}

/**
 * Deliberate differences, each with its reason in docs/methods/README.md: a far tail that the reference system
 * rounds to 0 (z), or to noise below the smallest normal double (ks).
 */
function isDeliberate(method: string, found: number, expected: number): boolean {
  if (method === 'z') return expected === 0 && found < 1e-15;
  return method === 'ks' && expected < 1e-307 && found < 1e-307;
}

/** Ours is of two samples, theirs of fit to the reference: their numbers are those of compat mode. */
const compatFor = (method: string) => (method === 'chisquare' ? 'evidently' : 'none');

describe.skipIf(!hasSharedData)(onRealData('the scores of real pairs are those of Evidently'), () => {
  const pairs = [...new Set(rows.map((row) => row['pair']!))];
  const methods = ['default', ...new Set(rows.map((row) => row['method']!).filter((method) => !method.startsWith('DEFAULT:')))];
  for (const pair of pairs) {
    const kinds = Object.fromEntries(
      rows
        .filter((row) => row['pair'] === pair)
        .map((row) => [row['column']!, row['type'] === 'num' ? ('numeric' as const) : ('categorical' as const)]),
    );
    for (const method of methods.filter((name) => name === 'default' || known(name))) {
      test(`${pair}, ${method}`, async () => {
        const expected = expectedOf(pair, method);
        if (expected.length === 0) return;
        const settings = reportSettings.parse({
          kinds,
          columns: Object.keys(kinds),
          compat: compatFor(method),
          // Their Mann-Whitney looks at one side only.
          drift: {
            alternative: method === 'mannw' ? 'current-higher' : 'two-sided',
            methods: method === 'default' ? {} : Object.fromEntries(expected.map(({ column }) => [column, method])),
          },
        });
        const source = (name: string): { path: string } => ({ path: resolve(folder, pair, `${name}.parquet`) });
        const report = await compareDatasets({ reference: source('reference'), current: source('production'), settings }, unattended);
        const byColumn = new Map(report.dataDrift.columns.map((column) => [column.column, column]));
        const wrong = expected.filter(({ column, method: id, score }) => {
          const found = byColumn.get(column);
          if (found?.status !== 'tested' || found.method !== id) return true;
          return Math.abs(found.driftScore - score) > 1e-9 * Math.abs(score) && !isDeliberate(id, found.driftScore, score);
        });
        expect(wrong.map((one) => ({ ...one, found: byColumn.get(one.column)?.driftScore, by: byColumn.get(one.column)?.method }))).toEqual(
          [],
        );
      });
    }
  }
});
