import type { Side } from '#shared/domain/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { timeCuts } from '../data/evidence/timeCuts.ts';
import type { FeatureSources } from '../learners/encodeFeatures.ts';

/** Where a piece begins and ends, and how many rows it has. */
export interface PieceSpan {
  readonly from: number | string;
  readonly to: number | string;
  readonly rows: number;
}

/** Cuts one side into pieces of about equal size: by the order of its rows, or by time. */
export class Pieces {
  readonly count: number;

  constructor(
    private readonly numberOfRows: number,
    pieces: number,
    /** Times up to `cuts[i]` lie in piece i or before it; null cuts by rows. */
    readonly cuts: readonly number[] | null,
  ) {
    this.count = cuts === null ? pieces : cuts.length + 1;
  }

  /** The piece of a row by its place or its time; −1 where it has no time. */
  of(place: number, time: number): number {
    const { cuts, count } = this;
    if (cuts === null) return Math.floor((place * count) / this.numberOfRows);
    if (!Number.isFinite(time)) return -1;
    let from = 0;
    let to = cuts.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (time <= cuts[middle]!) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

function word(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
}

/** Keeps where each piece begins and ends, as rows pass by. */
export class PieceTally {
  private readonly rows: Float64Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;

  constructor(private readonly pieces: Pieces) {
    this.rows = new Float64Array(pieces.count);
    this.first = new Float64Array(pieces.count).fill(Number.POSITIVE_INFINITY);
    this.last = new Float64Array(pieces.count).fill(Number.NEGATIVE_INFINITY);
  }

  add(piece: number, place: number, time: number): void {
    const key = this.pieces.cuts === null ? place + 1 : time;
    this.rows[piece]!++;
    if (key < this.first[piece]!) this.first[piece] = key;
    if (key > this.last[piece]!) this.last[piece] = key;
  }

  span(piece: number): PieceSpan {
    const [first, last] = [this.first[piece]!, this.last[piece]!];
    const [from, to] = this.pieces.cuts === null ? [first, last] : [word(first), word(last)];
    return { from, to, rows: this.rows[piece]! };
  }
}

/** Cuts a side; `datetime` names the column of its times, null takes the order of the rows. */
export async function cutPieces(sources: FeatureSources, side: Side, count: number, datetime: string | null): Promise<Pieces> {
  const { view, numberOfRows, columns } = sources.datasets[side];
  const column = columns.find((each) => each.column === datetime);
  if (column === undefined) return new Pieces(numberOfRows, count, null);
  const expression = numberExpression(column, 'datetime');
  const cuts = await sources.database.using(sources.context.signal, (connection) =>
    timeCuts(connection, { view, expression, pieces: count }),
  );
  return new Pieces(numberOfRows, count, cuts);
}
