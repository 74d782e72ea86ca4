import { benchData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { middle, timeRatio } from './timeRatio.ts';

const rows = 1_000_000;
const rounds = 5;

/** Drift of 1M × 20 against one plain aggregate scan of the same two files: CPU of whole processes. */
export const benchmark: Benchmark = {
  name: 'drift-time',
  summary: 'CPU of drift and missing values of 1M × 20 (both sides) to that of one aggregate scan of both files',
  async run() {
    const { reference, current } = await benchData(rows);
    return timeRatio({
      name: this.name,
      workload: 'compare',
      files: [reference, current],
      rounds,
      target: 3,
      figures: (report, scan) => ({
        rowsPerSide: rows,
        rounds,
        reportCpuSeconds: middle(report, 'cpuSeconds'),
        scanCpuSeconds: middle(scan, 'cpuSeconds'),
        reportWallSeconds: middle(report, 'wallSeconds'),
        scanWallSeconds: middle(scan, 'wallSeconds'),
        reportPeakMegabytes: middle(report, 'peakMegabytes'),
      }),
    });
  },
};
