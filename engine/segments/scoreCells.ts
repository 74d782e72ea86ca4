import type { ClassificationEvidence } from '../metrics/classificationEvidence.ts';
import { ScoreSweep } from '../performance/scoreSweep.ts';

/** Intervals of what rests on probabilities come from rows in cells of this width. */
const scoreCells = 200;

export interface CellRows {
  readonly all: number;
  readonly positives: number;
  /** Of both, those that are called positive. */
  readonly called: number;
  readonly calledPositives: number;
}

/**
 * Rows of one segment by probability (in cells), by whether they are called positive and by whether they are: counts that can
 * be drawn anew. Where a threshold calls, the called rows of a cell lie above the others.
 */
export class ScoreCells {
  readonly counts = new Float64Array(4 * (scoreCells + 1));
  private readonly sums = new Float64Array(2 * (scoreCells + 1));

  constructor(private readonly byThreshold: boolean) {}

  add(score: number, { all, positives, called, calledPositives }: CellRows): void {
    const cell = 2 * Math.floor(score * scoreCells);
    this.counts[2 * cell]! += positives - calledPositives;
    this.counts[2 * cell + 1]! += all - called - (positives - calledPositives);
    this.counts[2 * cell + 2]! += calledPositives;
    this.counts[2 * cell + 3]! += called - calledPositives;
    this.sums[cell]! += score * (all - called);
    this.sums[cell + 1]! += score * called;
  }

  /** True classes (the other one first) by predicted ones. */
  matrix(counts: Float64Array): [[number, number], [number, number]] {
    const cells: [[number, number], [number, number]] = [
      [0, 0],
      [0, 0],
    ];
    for (let i = 0; i < counts.length; i += 4) {
      cells[1][0] += counts[i]!;
      cells[0][0] += counts[i + 1]!;
      cells[1][1] += counts[i + 2]!;
      cells[0][1] += counts[i + 3]!;
    }
    return cells;
  }

  /** Pushes some half cells (rows called or not) as one probability. */
  private push(sweep: ScoreSweep, drawn: Float64Array, halves: readonly number[]): void {
    let [positives, negatives, rows, total] = [0, 0, 0, 0];
    for (const half of halves) {
      positives += drawn[2 * half]!;
      negatives += drawn[2 * half + 1]!;
      rows += this.counts[2 * half]! + this.counts[2 * half + 1]!;
      total += this.sums[half]!;
    }
    if (positives + negatives > 0) sweep.push(total / rows, positives, negatives);
  }

  evidence(drawn: Float64Array): ClassificationEvidence {
    const matrix = this.matrix(drawn);
    const [negatives, positives] = [matrix[0][0] + matrix[0][1], matrix[1][0] + matrix[1][1]];
    const sweep = new ScoreSweep({ positives, negatives }, { thresholds: [], topRows: null, step: 1 });
    for (let cell = scoreCells; cell >= 0; cell--) {
      const halves = [2 * cell + 1, 2 * cell];
      if (this.byThreshold) for (const half of halves) this.push(sweep, drawn, [half]);
      else this.push(sweep, drawn, halves);
    }
    return { rows: negatives + positives, weight: negatives + positives, matrix, positive: 1, scores: sweep.finish().evidence };
  }
}
