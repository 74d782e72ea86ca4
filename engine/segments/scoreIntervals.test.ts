import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import type { SegmentMetric } from '#shared/domain/performanceBySegment.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { makeDataFolder, type DataFolder } from '../../fixtures/data/writeData.ts';
import { compareDatasets } from '../drift/compareDatasets.ts';
import { unattended } from '../jobs/pacer.ts';
import { quantileOf } from '../stats/quantile.ts';

let folder: DataFolder;
beforeAll(() => {
  folder = makeDataFolder();
});
afterAll(() => folder.remove());

const names = ['a', 'b', 'c'] as const;

interface Row {
  readonly truth: number;
  readonly scores: readonly number[];
}

/** Classes of unequal size, and probabilities that lean towards the true one. */
function makeRows(count: number, seed: number): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const u = random();
    const truth = u < 0.6 ? 0 : u < 0.9 ? 1 : 2;
    const raw = names.map((_, i) => 0.05 + random() + (i === truth ? 0.6 : 0));
    const total = raw.reduce((sum, each) => sum + each, 0);
    return { truth, scores: raw.map((each) => each / total) };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

function rankings(rows: readonly Row[], k: number): { auc: number; precision: number } {
  const sorted = rows.toSorted((x, y) => y.scores[k]! - x.scores[k]!);
  let [positives, negatives, concordant, precision] = [0, 0, 0, 0];
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let own = 0;
    for (; end < sorted.length && sorted[end]!.scores[k] === sorted[start]!.scores[k]; end++) own += sorted[end]!.truth === k ? 1 : 0;
    const others = end - start - own;
    concordant += others * (positives + own / 2);
    [positives, negatives] = [positives + own, negatives + others];
    precision += (own * positives) / (positives + negatives);
    start = end;
  }
  return { auc: concordant / positives / negatives, precision: precision / positives };
}

/** The metrics row by row, with nothing of the product. */
function directly(rows: readonly Row[]): Record<string, number> {
  const each = names.map((_, k) => rankings(rows, k));
  return {
    'roc-auc': mean(each.map(({ auc }) => auc)),
    'average-precision': mean(each.map(({ precision }) => precision)),
    brier: mean(rows.map(({ truth, scores }) => scores.reduce((sum, score, k) => sum + ((k === truth ? 1 : 0) - score) ** 2, 0))),
    'log-loss': mean(rows.map(({ truth, scores }) => -Math.log(scores[truth]!))),
  };
}

/** Rows drawn anew one by one. */
function directInterval(rows: readonly Row[], metric: string, replicates: number): [number, number] {
  const random = seededRandom(99);
  const found = Array.from({ length: replicates }, () => directly(rows.map(() => rows[Math.floor(random() * rows.length)]!))[metric]!);
  const sorted = Float64Array.from(found).sort();
  return [quantileOf(sorted, 0.05)!, quantileOf(sorted, 0.95)!];
}

let files = 0;
async function write(rows: readonly Row[]): Promise<{ path: string }> {
  const values = rows.map(({ truth, scores }) => `('${names[truth]!}', ${scores.map((score) => `${score}::double`).join(', ')})`);
  return { path: await folder.write(`${files++}.parquet`, `select * from (values ${values.join(', ')}) as r(y, a, b, c)`) };
}

async function measured(
  reference: readonly Row[],
  current: readonly Row[],
  replicates: number,
): Promise<Record<'reference' | 'current', SegmentMetric[]>> {
  const settings = reportSettings.parse({
    sections: ['performance', 'performance-by-segment'],
    roles: { target: 'y', probabilities: { a: 'a', b: 'b', c: 'c' } },
    segments: { by: ['y'], minimumRows: 1_000_000, confidence: 0.9, replicates },
  });
  const data = { reference: await write(reference), current: await write(current) };
  const { performanceBySegment } = await compareDatasets({ ...data, settings }, unattended);
  const { overall } = performanceBySegment!;
  return { reference: overall.reference!.metrics, current: overall.current!.metrics };
}

describe('intervals of the scores of several classes', () => {
  it('are those of drawing the rows anew one by one, whatever their order', async () => {
    const rows = makeRows(500, 7);
    const { reference: found, current: backwards } = await measured(rows, rows.toReversed(), 1000);
    const exact = directly(rows);
    for (const metric of Object.keys(exact)) {
      const { value, interval } = found.find((each) => each.metric === metric)!;
      const [low, high] = directInterval(rows, metric, 1000);
      expect(value!, metric).toBeCloseTo(exact[metric]!, 9);
      expect(Math.abs(interval![0] - low) / (high - low), metric).toBeLessThan(0.15);
      expect(Math.abs(interval![1] - high) / (high - low), metric).toBeLessThan(0.15);
      const again = backwards.find((each) => each.metric === metric)!.interval!;
      for (const end of [0, 1] as const) expect(again[end], metric).toBeCloseTo(interval![end], 9);
    }
  });

  it('hold the truth about as often as they say', async () => {
    const truth = directly(makeRows(40_000, 1));
    const held = new Map<string, number>();
    for (let sample = 0; sample < 30; sample++) {
      const sides = await measured(makeRows(300, 100 + sample), makeRows(300, 900 + sample), 100);
      for (const { metric, interval } of [...sides.reference, ...sides.current]) {
        const value = truth[metric];
        if (value !== undefined && interval![0] <= value && value <= interval![1]) held.set(metric, (held.get(metric) ?? 0) + 1);
      }
    }
    // 54 of 60 are to be expected; fewer than 46, and all of them, have a chance of some in a thousand.
    expect([...held.keys()].sort()).toEqual(Object.keys(truth).sort());
    for (const [metric, times] of held) expect(times, metric).toBeGreaterThanOrEqual(46);
    for (const [metric, times] of held) expect(times, metric).toBeLessThan(60);
  });
});
