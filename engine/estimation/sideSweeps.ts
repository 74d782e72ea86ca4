import type { ScoreRows } from '../data/evidence/scoreRows.ts';
import { ExpectedSweep } from './expectedSweep.ts';
import { pooledRows, type RowCounts } from './scoreParts.ts';

/** What probabilities promise, and what labels say, of the same rows. */
export class SweepPair {
  readonly estimated = new ExpectedSweep();
  readonly realised = new ExpectedSweep();

  /** The rows of the next lower probability, which is worth `probability`. */
  push(probability: number, counts: RowCounts): void {
    this.pushExpected(counts, { positives: probability * counts.rows, calledPositives: probability * counts.called });
  }

  /** The rows of the next lower probability, each worth something of its own: how many of all and of those called are expected to be positive. */
  pushExpected(counts: RowCounts, expected: { readonly positives: number; readonly calledPositives: number }): void {
    const { rows, labelled, positives, called, calledLabelled, calledPositives } = counts;
    this.estimated.push(expected.positives, rows);
    this.estimated.call(expected.calledPositives, called);
    if (labelled === 0) return;
    this.realised.push(positives, labelled);
    this.realised.call(calledPositives, calledLabelled);
  }
}

/** Both of a whole side and of each of its chunks; probabilities come from the highest down. */
export class SideSweeps {
  readonly whole = new SweepPair();
  readonly chunks: readonly SweepPair[];

  constructor(chunks: number) {
    this.chunks = Array.from({ length: chunks }, () => new SweepPair());
  }

  push(probability: number, parts: readonly ScoreRows[]): void {
    for (const part of parts) this.chunks[part.chunk]?.push(probability, part);
    this.whole.push(probability, pooledRows(parts));
  }
}
