import type { BenchmarkResult } from './benchmark.ts';
import { measure, measureInTurn, median, rounded, type Cost } from './measure.ts';

type Measured = 'cpuSeconds' | 'wallSeconds' | 'peakMegabytes';

/** A figure of several rounds: the middle one, rounded; megabytes to whole ones. */
export function middle(costs: readonly Cost[], measured: Measured): number {
  const values = costs.map((cost) => cost[measured]);
  return rounded(median(values), measured === 'peakMegabytes' ? 0 : 2);
}

interface TimeRatio {
  readonly name: string;
  /** The file in `workloads/` that is measured; beside it runs `scan`, one aggregate scan of the same files. */
  readonly workload: string;
  readonly files: readonly string[];
  readonly rounds: number;
  /** The ratio may be so much. */
  readonly target: number;
  /** What else is told of the rounds, given the costs of the workload and of the scan. */
  readonly figures: (workload: readonly Cost[], scan: readonly Cost[]) => BenchmarkResult['figures'];
}

/** The CPU of whole processes that a workload takes, as a ratio to that of one scan: the middle of some rounds in turn. */
export async function timeRatio({ name, workload, files, rounds, target, figures }: TimeRatio): Promise<BenchmarkResult> {
  const costs = await measureInTurn(
    rounds,
    () => measure(workload, files),
    () => measure('scan', files),
  );
  const ratio = median(costs.a.map((cost, i) => cost.cpuSeconds / costs.b[i]!.cpuSeconds));
  return { name, ratio: rounded(ratio), target, ok: ratio <= target, figures: figures(costs.a, costs.b) };
}
