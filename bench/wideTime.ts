import { wideData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { middle, timeRatio } from './timeRatio.ts';

const columns = 2_000;
const rows = 10_000;
const rounds = 3;

/** A report of a very wide table: what is paid for each column, whatever the number of rows. */
export const benchmark: Benchmark = {
  name: 'wide-time',
  summary: 'CPU of a whole report of 10,000 × 2,000 (both sides) to that of one aggregate scan of both files',
  async run() {
    const { reference, current } = await wideData(columns, rows);
    return timeRatio({
      name: this.name,
      workload: 'compare',
      files: [reference, current],
      rounds,
      target: 8,
      figures: (report, scan) => ({
        columns,
        rowsPerSide: rows,
        rounds,
        reportCpuSeconds: middle(report, 'cpuSeconds'),
        scanCpuSeconds: middle(scan, 'cpuSeconds'),
        reportWallSeconds: middle(report, 'wallSeconds'),
        reportPeakMegabytes: middle(report, 'peakMegabytes'),
      }),
    });
  },
};
