import type { EstimatedPerformance } from '#shared/domain/estimatedPerformance.ts';
import type { OpenDataset } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { cutByTime, type TimeChunks } from '../data/evidence/timeChunks.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import type { EstimationWork } from './estimationWork.ts';

/** Chunks with fewer rows say more about chance than about the model. */
const fewestRows = 30;
const fewestChunks = 3;

/** How the rows of each side are cut into chunks. */
export type ChunkPlan = { readonly by: 'time'; readonly sides: Both<TimeChunks> } | { readonly by: 'chance'; readonly chunks: number };

function timeOf({ columns }: OpenDataset, name: string | null): string | null {
  const column = columns.find((each) => each.column === name);
  return column === undefined || (column.family !== 'time' && column.family !== 'text') ? null : numberExpression(column, 'datetime');
}

/** As many chunks as asked for, or fewer so that each has enough rows; 0 where there are too few rows for any. */
export function chunksFor(rows: number, wanted: number): number {
  const chunks = Math.min(wanted, Math.floor(rows / fewestRows));
  return chunks < fewestChunks ? 0 : chunks;
}

/** Stretches of time where both sides have the time of a row, else chunks of the reference by chance. */
export async function planChunks(work: EstimationWork, where: Both<string>, rows: Both<number>): Promise<ChunkPlan> {
  const { database, datasets, settings, context } = work;
  const wanted = settings.estimation.chunks;
  const cut = async (name: 'reference' | 'current'): Promise<TimeChunks | null> => {
    const time = timeOf(datasets[name], settings.roles.datetime);
    const chunks = Math.max(1, chunksFor(rows[name], wanted));
    if (time === null) return null;
    const { view } = datasets[name];
    return database.using(context.signal, (connection) => cutByTime(connection, { view, time: `(${time})`, where: where[name], chunks }));
  };
  const reference = await cut('reference');
  const current = reference === null ? null : await cut('current');
  if (reference === null || current === null) return { by: 'chance', chunks: chunksFor(rows.reference, wanted) };
  return { by: 'time', sides: { reference, current } };
}

/** Number of the chunk of a moment in milliseconds; −1 where there is none. */
export function chunkAt({ edges }: TimeChunks, moment: number): number {
  if (Number.isNaN(moment)) return -1;
  let chunk = 0;
  while (chunk < edges.length - 2 && moment > edges[chunk + 1]!) chunk++;
  return chunk;
}

function iso(ms: number | undefined): string | null {
  const date = new Date(ms ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The chunks as the report has them. */
export function describeChunks(plan: ChunkPlan, rows: Both<readonly number[]>): EstimatedPerformance['chunks'] {
  const sides = onBoth((side) => {
    const edges = plan.by === 'time' ? plan.sides[side].edges : [];
    return rows[side].map((count, i) => ({ rows: count, from: iso(edges[i]), to: iso(edges[i + 1]) }));
  });
  return { by: plan.by, ...sides };
}

/** How many chunks a side has. */
export function chunkCount(plan: ChunkPlan, side: 'reference' | 'current'): number {
  if (plan.by === 'time') return plan.sides[side].edges.length - 1;
  return side === 'reference' ? plan.chunks : 0;
}
