import { benchData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { middle, timeRatio } from './timeRatio.ts';

const rows = 1_000_000;
const rounds = 5;

/** The usual report, which holds drift and the summary of the data, and a suite of checks on it, against one scan. */
export const benchmark: Benchmark = {
  name: 'suite-time',
  summary: 'CPU of data summary, drift and the data-stability suite on 1M × 20 (both sides) to that of one aggregate scan',
  async run() {
    const { reference, current } = await benchData(rows);
    return timeRatio({
      name: this.name,
      workload: 'suite',
      files: [reference, current],
      rounds,
      target: 6,
      figures: (suite, scan) => ({
        rowsPerSide: rows,
        rounds,
        checks: (JSON.parse(suite[0]!.output) as { total: number }).total,
        suiteCpuSeconds: middle(suite, 'cpuSeconds'),
        scanCpuSeconds: middle(scan, 'cpuSeconds'),
        suiteWallSeconds: middle(suite, 'wallSeconds'),
        suitePeakMegabytes: middle(suite, 'peakMegabytes'),
      }),
    });
  },
};
