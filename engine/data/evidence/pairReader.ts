import type { JobContext, Pacer } from '../../jobs/pacer.ts';
import type { Database } from '../openDuckDb.ts';
import { loadNumbers, type LoadedNumbers } from './loadNumbers.ts';
import { pairInMemory, SortRoom, type NumericPair } from './numericPair.ts';
import { pairInSlices } from './slicedPair.ts';

/** Both sides together may hold this many values in memory; longer ones are visited in slices. */
const mostInMemory = 40_000_000;

/** An expression over the rows of a view; null where a side has no such thing. */
export interface ExpressionPair {
  readonly reference: string | null;
  readonly current: string | null;
}

interface Views {
  readonly reference: { readonly view: string; readonly numberOfRows: number };
  readonly current: { readonly view: string; readonly numberOfRows: number };
}

const sideNames = ['reference', 'current'] as const;
const nothing: LoadedNumbers = { values: new Float64Array(0), nulls: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };

/** Reads numbers worked out from rows as sorted pairs, in memory that does not grow with very long data. */
export class PairReader {
  private readonly inSlices: boolean;
  private readonly room: SortRoom;
  private readonly buffers: { readonly reference: Float64Array; readonly current: Float64Array };

  constructor(
    private readonly database: Database,
    private readonly views: Views,
    private readonly work: { readonly context: JobContext; readonly pacer: Pacer },
  ) {
    const { reference, current } = views;
    this.inSlices = reference.numberOfRows + current.numberOfRows > mostInMemory;
    const rows = (side: Views['reference']): number => (this.inSlices ? 0 : side.numberOfRows);
    this.room = new SortRoom(rows(reference), rows(current));
    this.buffers = { reference: new Float64Array(rows(reference)), current: new Float64Array(rows(current)) };
  }

  /** Hands over the pair; it is valid until `use` is done. */
  async read<T>(expressions: ExpressionPair, use: (pair: NumericPair) => Promise<T>): Promise<T> {
    const { context, pacer } = this.work;
    return this.database.using(context.signal, async (connection) => {
      if (this.inSlices) {
        const side = (name: (typeof sideNames)[number]) => {
          const expression = expressions[name];
          return expression === null ? null : { view: this.views[name].view, expression, rows: this.views[name].numberOfRows };
        };
        return use(await pairInSlices(connection, { reference: side('reference'), current: side('current') }, pacer));
      }
      const loaded: LoadedNumbers[] = [];
      for (const name of sideNames) {
        const expression = expressions[name];
        const request = { view: this.views[name].view, expressions: [expression ?? ''], buffers: [this.buffers[name]] };
        loaded.push(expression === null ? nothing : (await loadNumbers(connection, request, pacer))[0]!);
      }
      return use(await pairInMemory(loaded[0]!, loaded[1]!, this.room, pacer));
    });
  }
}
