import { wideData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { measure, measureInTurn, median, rounded } from './measure.ts';

const columns = 2_000;
const rows = 10_000;
const rounds = 3;
const target = 8;

/** A report of a very wide table: what is paid for each column, whatever the number of rows. */
export const benchmark: Benchmark = {
  name: 'wide-time',
  summary: 'CPU of a whole report of 10,000 × 2,000 (both sides) to that of one aggregate scan of both files',
  async run() {
    const { reference, current } = await wideData(columns, rows);
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
        columns,
        rowsPerSide: rows,
        rounds,
        reportCpuSeconds: rounded(median(costs.a.map((cost) => cost.cpuSeconds))),
        scanCpuSeconds: rounded(median(costs.b.map((cost) => cost.cpuSeconds))),
        reportWallSeconds: rounded(median(costs.a.map((cost) => cost.wallSeconds))),
        reportPeakMegabytes: rounded(median(costs.a.map((cost) => cost.peakMegabytes)), 0),
      },
    };
  },
};
