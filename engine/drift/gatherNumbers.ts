import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import { loadNumbers, type LoadedNumbers } from '../data/evidence/loadNumbers.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { pairInMemory, SortRoom, type NumericPair } from '../data/evidence/numericPair.ts';
import { pairInSlices } from '../data/evidence/slicedPair.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';
import type { PlannedColumn } from './planColumns.ts';

/** Bytes that the values of the columns loaded together may take. */
const loadBudget = 128 * 2 ** 20;
/** Both sides of a column together may hold this many values in memory; longer ones are visited in slices. */
const mostInMemory = 40_000_000;

/** What both data sets offer to those who gather. */
export interface Sources {
  readonly database: Database;
  readonly reference: OpenDataset;
  readonly current: OpenDataset;
  readonly context: JobContext;
  readonly pacer: Pacer;
}

/** A column that could not be read, and why. */
export interface Unreadable {
  readonly plan: PlannedColumn;
  readonly error: unknown;
}

const nothing: LoadedNumbers = { values: new Float64Array(0), nulls: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };

/** Reuses the same buffers for each group of columns. */
class ColumnBuffers {
  private readonly made: Float64Array[] = [];

  constructor(private readonly rows: number) {}

  take(count: number): Float64Array[] {
    while (this.made.length < count) this.made.push(new Float64Array(this.rows));
    return this.made.slice(0, count);
  }
}

function expressionOf(plan: PlannedColumn, column: DatasetColumn): string {
  return numberExpression(column, plan.chosen === 'datetime' ? 'datetime' : 'numeric');
}

export class NumberGatherer {
  private readonly room: SortRoom;
  private readonly buffers: { reference: ColumnBuffers; current: ColumnBuffers };
  private readonly inSlices: boolean;
  private readonly groupSize: number;

  constructor(private readonly sources: Sources) {
    const rows = { reference: sources.reference.numberOfRows, current: sources.current.numberOfRows };
    const pooled = rows.reference + rows.current;
    this.inSlices = pooled > mostInMemory;
    this.groupSize = Math.max(1, Math.floor(loadBudget / (8 * Math.max(1, pooled))));
    this.room = this.inSlices ? new SortRoom(0, 0) : new SortRoom(rows.reference, rows.current);
    this.buffers = { reference: new ColumnBuffers(rows.reference), current: new ColumnBuffers(rows.current) };
  }

  /** Hands each column's pair to `use`; columns that cannot be read are given to `fail` and the others go on. */
  async gather(
    plans: readonly PlannedColumn[],
    use: (plan: PlannedColumn, pair: NumericPair) => Promise<void>,
    fail: (unreadable: Unreadable) => void,
  ): Promise<void> {
    const size = this.inSlices ? 1 : this.groupSize;
    for (let from = 0; from < plans.length; from += size) {
      const group = plans.slice(from, from + size);
      const rest = await this.gatherGroup(group, use, group.length > 1 ? null : fail);
      for (const plan of rest) await this.gatherGroup([plan], use, fail);
    }
  }

  /** Returns the plans to try again one by one, when the group failed and `fail` was not given. */
  private async gatherGroup(
    group: readonly PlannedColumn[],
    use: (plan: PlannedColumn, pair: NumericPair) => Promise<void>,
    fail: ((unreadable: Unreadable) => void) | null,
  ): Promise<readonly PlannedColumn[]> {
    const { pacer } = this.sources;
    let loaded: { reference: LoadedNumbers[]; current: LoadedNumbers[] } | null = null;
    try {
      if (this.inSlices) return await this.gatherSliced(group[0]!, use);
      loaded = { reference: await this.load('reference', group), current: await this.load('current', group) };
    } catch (error) {
      pacer.check();
      if (fail === null) return group;
      fail({ plan: group[0]!, error });
      return [];
    }
    for (let i = 0; i < group.length; i++) {
      await use(group[i]!, await pairInMemory(loaded.reference[i]!, loaded.current[i]!, this.room, pacer));
    }
    return [];
  }

  private async gatherSliced(plan: PlannedColumn, use: (plan: PlannedColumn, pair: NumericPair) => Promise<void>): Promise<[]> {
    const { database, context, pacer, reference, current } = this.sources;
    await database.using(context.signal, async (connection) => {
      const sides = {
        reference:
          plan.reference === null
            ? null
            : { view: reference.view, expression: expressionOf(plan, plan.reference), rows: reference.numberOfRows },
        current:
          plan.current === null ? null : { view: current.view, expression: expressionOf(plan, plan.current), rows: current.numberOfRows },
      };
      await use(plan, await pairInSlices(connection, sides, pacer));
    });
    return [];
  }

  private async load(side: 'reference' | 'current', group: readonly PlannedColumn[]): Promise<LoadedNumbers[]> {
    const { database, context, pacer } = this.sources;
    const present = group.filter((plan) => plan[side] !== null);
    if (present.length === 0) return group.map(() => nothing);
    const loaded = await database.using(context.signal, (connection) =>
      loadNumbers(
        connection,
        {
          view: this.sources[side].view,
          expressions: present.map((plan) => expressionOf(plan, plan[side]!)),
          buffers: this.buffers[side].take(present.length),
        },
        pacer,
      ),
    );
    return group.map((plan) => (plan[side] === null ? nothing : loaded[present.indexOf(plan)]!));
  }
}
