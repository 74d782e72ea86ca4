import { benchData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { measure, rounded } from './measure.ts';

const rows = 10_000_000;
const boundMegabytes = 1500;

/** Peak resident memory of the whole report of 10M × 20, as a share of its bound, with a scan beside it. */
export const benchmark: Benchmark = {
  name: 'drift-memory',
  summary: 'peak resident memory of a whole report of 10M × 20 (both sides), as a share of 1,500 MB',
  async run() {
    const { reference, current } = await benchData(rows);
    const report = await measure('compare', [reference, current]);
    const scan = await measure('scan', [reference, current]);
    const ratio = report.peakMegabytes / boundMegabytes;
    return {
      name: this.name,
      ratio: rounded(ratio),
      target: 1,
      ok: ratio <= 1,
      figures: {
        rowsPerSide: rows,
        reportPeakMegabytes: rounded(report.peakMegabytes, 0),
        scanPeakMegabytes: rounded(scan.peakMegabytes, 0),
        reportCpuSeconds: rounded(report.cpuSeconds),
        scanCpuSeconds: rounded(scan.cpuSeconds),
        cpuRatio: rounded(report.cpuSeconds / scan.cpuSeconds),
        reportWallSeconds: rounded(report.wallSeconds),
      },
    };
  },
};
