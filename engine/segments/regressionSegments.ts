import { streamDoubles } from '../data/evidence/streamDoubles.ts';
import { measure } from '../metrics/defineMetric.ts';
import { regressionMetrics } from '../metrics/metrics.ts';
import type { RegressionEvidence } from '../metrics/regressionEvidence.ts';
import { CentredSums } from '../performance/centredSums.ts';
import { rowSql } from '../performance/rowSql.ts';
import type { RoleSide } from '../performance/roleSides.ts';
import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { SampleMoments } from '../stats/moments.ts';
import type { SegmentStatistics } from './segmentIntervals.ts';
import type { SegmentWork } from './segmentWork.ts';

/** Rows are drawn anew in as many blocks that rows fall into by their values: memory does not grow with rows. */
const blocks = 500;
const fields = 8;

/** Sums over the rows of one segment, exact ones and by block. */
class SegmentErrors {
  private readonly absolute = new CompensatedSum();
  private readonly errors = new CentredSums(0);
  private readonly targets: CentredSums;
  private readonly relative = new CompensatedSum();
  private relativeRows = 0;
  private rows = 0;
  private smallest = Infinity;
  private largest = -Infinity;
  private readonly byBlock: Float64Array;
  /** What plain addition loses, so that the order of rows does not matter. */
  private readonly rests: Float64Array;

  constructor(
    private readonly centre: number,
    withBlocks: boolean,
  ) {
    this.targets = new CentredSums(centre);
    this.byBlock = new Float64Array(withBlocks ? blocks * fields : 0);
    this.rests = new Float64Array(this.byBlock.length);
  }

  add(target: number, prediction: number, block: number): void {
    const error = prediction - target;
    const size = Math.abs(error);
    this.rows++;
    this.absolute.add(size);
    this.errors.add(error, 1);
    this.targets.add(target, 1);
    if (error < this.smallest) this.smallest = error;
    if (error > this.largest) this.largest = error;
    const share = target === 0 ? 0 : size / Math.abs(target);
    if (target !== 0) {
      this.relative.add(share);
      this.relativeRows++;
    }
    if (this.byBlock.length > 0)
      this.addToBlock(block * fields, [
        1,
        size,
        error,
        error * error,
        target === 0 ? 0 : 1,
        share,
        target - this.centre,
        (target - this.centre) ** 2,
      ]);
  }

  private addToBlock(at: number, values: readonly number[]): void {
    const { byBlock, rests } = this;
    for (let field = 0; field < fields; field++) {
      const [before, value] = [byBlock[at + field]!, values[field]!];
      const next = before + value;
      rests[at + field]! += Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
      byBlock[at + field] = next;
    }
  }

  private evidence(): RegressionEvidence {
    const errors = this.errors.moments();
    return {
      rows: this.rows,
      weight: this.rows,
      errors,
      unweightedErrors: errors,
      smallestError: this.smallest,
      largestError: this.largest,
      absoluteErrorSum: this.absolute.value,
      targets: this.targets.moments(),
      relative: { weight: this.relativeRows, sum: this.relative.value },
    };
  }

  private evidenceOf(cells: Float64Array): RegressionEvidence {
    const sums = new Float64Array(fields);
    for (let block = 0; block < cells.length; block++) {
      const times = cells[block]!;
      if (times > 0)
        for (let field = 0; field < fields; field++)
          sums[field]! += times * (this.byBlock[block * fields + field]! + this.rests[block * fields + field]!);
    }
    const at = (field: number): number => sums[field]!;
    const rows = at(0);
    const moments = (total: number, squares: number, centre: number): SampleMoments => ({
      n: rows,
      mean: rows > 0 ? centre + total / rows : 0,
      squaredDeviations: rows > 0 ? Math.max(0, squares - (total * total) / rows) : 0,
    });
    const errors = moments(at(2), at(3), 0);
    return {
      rows,
      weight: rows,
      errors,
      unweightedErrors: errors,
      smallestError: this.smallest,
      largestError: this.largest,
      absoluteErrorSum: at(1),
      targets: moments(at(6), at(7), this.centre),
      relative: { weight: at(4), sum: at(5) },
    };
  }

  get size(): number {
    return this.rows;
  }

  statistics(): SegmentStatistics {
    const all = regressionMetrics.all;
    const evidence = this.evidence();
    const filled = this.byBlock.filter((_, i) => i % fields === 0).map((rows) => (rows > 0 ? 1 : 0));
    return {
      exact: all.map((metric) => ({ metric: metric.id, value: measure(metric, evidence) })),
      drawings: [
        {
          cells: filled,
          of: (cells) => {
            const drawn = this.evidenceOf(cells);
            return all.map((metric) => numberOf(measure(metric, drawn)));
          },
        },
      ],
    };
  }
}

export const numberOf = (value: ReturnType<typeof measure>): number | null => (typeof value === 'number' ? value : null);

/** Rows with the same target and prediction are told apart by their number among themselves, so that the order of rows does not matter. */
function blockSql(withBlocks: boolean): string {
  return withBlocks ? `(hash(t, p, row_number() over (partition by segment, t, p)) % ${blocks})::double` : '0::double';
}

/** Regression metrics of each segment of one side, over all rows. */
export async function regressionSegments(
  work: SegmentWork,
  name: 'reference' | 'current',
  side: RoleSide,
  { code, count }: { readonly code: string; readonly count: number },
): Promise<{ rows: number; statistics: SegmentStatistics }[]> {
  const { settings, database, context, pacer } = work;
  const withBlocks = settings.segments.confidence !== null;
  const centre = work.columns.find(({ column }) => column === side.target.column)?.[name]?.mean ?? 0;
  const segments = Array.from({ length: count }, () => new SegmentErrors(centre, withBlocks));
  const sql = rowSql(side);
  if (sql === null) return segments.map((errors) => ({ rows: 0, statistics: errors.statistics() }));
  const rows = `select (${code})::double as segment, ${sql.t} as t, ${sql.p} as p from ${side.view}`;
  const query = `select segment, t, p, ${blockSql(withBlocks)} from (${rows}) where isfinite(t) and isfinite(p) and isfinite(p - t)`;
  await database.using(context.signal, (connection) =>
    streamDoubles(
      connection,
      query,
      ([segment, target, prediction, block], length) => {
        for (let row = 0; row < length; row++) segments[segment![row]!]!.add(target![row]!, prediction![row]!, block![row]!);
      },
      pacer,
    ),
  );
  return segments.map((errors) => ({ rows: errors.size, statistics: errors.statistics() }));
}
