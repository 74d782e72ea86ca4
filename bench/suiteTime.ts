import { benchData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { measure, measureInTurn, median, rounded } from './measure.ts';

const rows = 1_000_000;
const rounds = 5;
const target = 6;

/** The usual report, which holds drift and the summary of the data, and a suite of checks on it, against one scan. */
export const benchmark: Benchmark = {
  name: 'suite-time',
  summary: 'CPU of data summary, drift and the data-stability suite on 1M × 20 (both sides) to that of one aggregate scan',
  async run() {
    const { reference, current } = await benchData(rows);
    const costs = await measureInTurn(
      rounds,
      () => measure('suite', [reference, current]),
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
        checks: (JSON.parse(costs.a[0]!.output) as { total: number }).total,
        suiteCpuSeconds: rounded(median(costs.a.map((cost) => cost.cpuSeconds))),
        scanCpuSeconds: rounded(median(costs.b.map((cost) => cost.cpuSeconds))),
        suiteWallSeconds: rounded(median(costs.a.map((cost) => cost.wallSeconds))),
        suitePeakMegabytes: rounded(median(costs.a.map((cost) => cost.peakMegabytes)), 0),
      },
    };
  },
};
