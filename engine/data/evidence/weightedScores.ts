import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { quoteText } from '../quote.ts';
import type { ScoreGroup } from './labels.ts';
import { streamDoubles } from './streamDoubles.ts';

interface Request {
  readonly view: string;
  readonly truth: string;
  readonly score: string;
  readonly weight: string;
  readonly positive: string;
}

/** The rows of one probability, as they come together. */
class Group {
  private score = NaN;
  private weights: [number, number] = [0, 0];
  private rows: [number, number] = [0, 0];

  constructor(private readonly hand: ScoreGroup) {}

  add(score: number, isPositive: number, weight: number, rows: number): void {
    if (score !== this.score) this.finish();
    this.score = score;
    this.weights[isPositive]! += weight * rows;
    this.rows[isPositive]! += rows;
  }

  finish(): void {
    const [negatives, positives] = this.weights;
    if (this.rows[0] + this.rows[1] > 0) this.hand(this.score, positives, negatives, { positives: this.rows[1], negatives: this.rows[0] });
    this.weights = [0, 0];
    this.rows = [0, 0];
  }
}

/**
 * Streams the distinct probabilities from the highest down with sums of weights, added in ascending order so that they are the
 * same however many threads read; memory does not grow with rows.
 */
export async function streamWeightedScores(
  connection: DuckDBConnection,
  { view, truth, score, weight, positive }: Request,
  take: ScoreGroup,
  pacer: Pacer,
): Promise<void> {
  const rows = `select ${truth} as truth, ${score} + 0.0 as score, ${weight} as weight from ${view}`;
  const sql = `select score, (truth = ${quoteText(positive)})::int::double as positive, weight, count(*)::double
    from (${rows}) where truth is not null and isfinite(score) group by all order by score desc, positive, weight`;
  const group = new Group(take);
  const takeRows = ([scores, outcomes, weights, counts]: readonly Float64Array[], length: number): void => {
    for (let row = 0; row < length; row++) group.add(scores![row]!, outcomes![row]!, weights![row]!, counts![row]!);
  };
  await streamDoubles(connection, sql, takeRows, pacer);
  group.finish();
}
