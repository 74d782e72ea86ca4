import { benchData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { measure, measureInTurn, median, rounded } from './measure.ts';

const rows = 1_000_000;
const rounds = 5;
const target = 3;

/** Drift of 1M × 20 against one plain aggregate scan of the same two files: CPU of whole processes. */
export const benchmark: Benchmark = {
  name: 'drift-time',
  summary: 'CPU of drift and missing values of 1M × 20 (both sides) to that of one aggregate scan of both files',
  async run() {
    const { reference, current } = await benchData(rows);
    const costs = await measureInTurn(
      rounds,
      () => measure('compare', [reference, current]),
      () => measure('scan', [reference, current]),
    );
    const ratio = median(costs.a.map((cost, i) => cost.cpuSeconds / costs.b[i]!.cpuSeconds));
    return {
      name: this.name,
      ratio: rounded(ratio),
      target,
      ok: ratio <= target,
      figures: {
        rowsPerSide: rows,
        rounds,
        reportCpuSeconds: rounded(median(costs.a.map((cost) => cost.cpuSeconds))),
        scanCpuSeconds: rounded(median(costs.b.map((cost) => cost.cpuSeconds))),
        reportWallSeconds: rounded(median(costs.a.map((cost) => cost.wallSeconds))),
        scanWallSeconds: rounded(median(costs.b.map((cost) => cost.wallSeconds))),
        reportPeakMegabytes: rounded(median(costs.a.map((cost) => cost.peakMegabytes)), 0),
      },
    };
  },
};
