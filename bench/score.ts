import { scoringData } from './data.ts';
import type { Benchmark } from './benchmark.ts';
import { measure, median, rounded, type Cost } from './measure.ts';
import { scoringModels } from './scoringModels.ts';

const rows = 1_000_000;
const rounds = 3;
/** End to end at most twice the cost of the runtime alone: half its speed. */
const target = 2;

/** CPU seconds of the work itself, without the start of the process and the making of the rows. */
const secondsOf = ({ output }: Cost): number => (JSON.parse(output) as { cpu: number }).cpu;

/**
 * Parquet to parquet through a model, against the runtime alone on the same rows in memory. The target holds for a hundred
 * trees. A linear model costs the runtime less than reading and writing the parquet costs anyone, so for it the cost of a
 * bare copy of the file is printed as well.
 */
export const benchmark: Benchmark = {
  name: 'score',
  summary: 'CPU to score 1M × 20 from parquet to parquet with 100 trees to that of ONNX Runtime alone on rows in memory',
  async run() {
    const { path, features } = await scoringData(rows);
    const models = scoringModels();
    const output = `${path}.scored.parquet`;
    const list = features.join(',');
    const times = {
      trees: [] as number[],
      treesAlone: [] as number[],
      linear: [] as number[],
      linearAlone: [] as number[],
      copy: [] as number[],
    };
    let peak = 0;
    const wall: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const trees = await measure('scoreFile', [path, models.trees, list, output]);
      peak = Math.max(peak, trees.peakMegabytes);
      times.trees.push(secondsOf(trees));
      wall.push((JSON.parse(trees.output) as { seconds: number }).seconds);
      times.treesAlone.push(secondsOf(await measure('onnxAlone', [path, models.trees, list])));
      times.linear.push(secondsOf(await measure('scoreFile', [path, models.linear, list, output])));
      times.linearAlone.push(secondsOf(await measure('onnxAlone', [path, models.linear, list])));
      times.copy.push(secondsOf(await measure('copyFile', [path, output])));
    }
    const to = (a: readonly number[], b: readonly number[]): number => median(a.map((seconds, i) => seconds / b[i]!));
    const ratio = to(times.trees, times.treesAlone);
    return {
      name: this.name,
      ratio: rounded(ratio),
      target,
      ok: ratio <= target,
      figures: {
        rows,
        rounds,
        treesCpuSeconds: rounded(median(times.trees)),
        treesAloneCpuSeconds: rounded(median(times.treesAlone)),
        linearCpuSeconds: rounded(median(times.linear)),
        linearAloneCpuSeconds: rounded(median(times.linearAlone), 3),
        linearToAlone: rounded(to(times.linear, times.linearAlone), 1),
        copyCpuSeconds: rounded(median(times.copy)),
        linearToCopy: rounded(to(times.linear, times.copy)),
        treesWallSeconds: rounded(median(wall)),
        treesPeakMegabytes: rounded(peak, 0),
      },
    };
  },
};
