import type { PerformanceBySegment, Segment, SegmentSide } from '#shared/domain/performanceBySegment.ts';
import type { SegmentMetric } from '#shared/domain/performanceBySegment.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import { classSegments } from './classSegments.ts';
import { allRows, planSegments, segmentColumns, type SegmentPlan } from './planSegments.ts';
import { regressionSegments } from './regressionSegments.ts';
import { withIntervals, type SegmentStatistics } from './segmentIntervals.ts';
import type { SegmentWork } from './segmentWork.ts';

async function statisticsOf(
  work: SegmentWork,
  name: 'reference' | 'current',
  plan: SegmentPlan,
): Promise<{ rows: number; statistics: SegmentStatistics }[] | null> {
  const [side, code] = [work.sides[name], plan.code[name]];
  if (side === null || code === null) return null;
  const request = { code, count: plan.labels.length };
  const section = work.measured;
  return section.task === 'regression' ? regressionSegments(work, name, side, request) : classSegments(work, { side, section, ...request });
}

const tooFew = ({ exact }: SegmentStatistics): SegmentMetric[] =>
  exact.map(({ metric }) => ({ metric, value: null, reasons: { value: 'too-few-rows' } }));

async function measureSide(work: SegmentWork, name: 'reference' | 'current', plan: SegmentPlan): Promise<SegmentSide[] | null> {
  const found = await statisticsOf(work, name, plan);
  if (found === null) return null;
  const { segments } = work.settings;
  const sides: SegmentSide[] = [];
  for (const { rows, statistics } of found) {
    const enough = rows >= segments.minimumRows || plan === allRows;
    sides.push({ rows, metrics: enough ? await withIntervals(statistics, segments, work.pacer) : tooFew(statistics) });
  }
  return sides;
}

/** Segments in which neither side has a row are left out. */
async function measurePlan(work: SegmentWork, plan: SegmentPlan): Promise<Segment[]> {
  const sides: Both<SegmentSide[] | null> = {
    reference: await measureSide(work, 'reference', plan),
    current: await measureSide(work, 'current', plan),
  };
  return plan.labels.flatMap((label, i) => {
    const [reference, current] = [sides.reference?.[i] ?? null, sides.current?.[i] ?? null];
    const rows = (reference?.rows ?? 0) + (current?.rows ?? 0);
    return rows === 0 && plan !== allRows ? [] : [{ label, reference, current }];
  });
}

/** Every metric of the registry over all rows and by the segments of the chosen columns. */
export async function measureSegments(work: SegmentWork): Promise<PerformanceBySegment> {
  const { settings, measured, columns, context } = work;
  const { minimumRows, confidence, replicates } = settings.segments;
  const by = segmentColumns(columns, settings.segments.by);
  const [overall] = await measurePlan(work, allRows);
  const cut: PerformanceBySegment['columns'] = [];
  for (const [place, name] of by.entries()) {
    const report = columns.find(({ column }) => column === name);
    if (report === undefined) continue;
    context.progress({ share: (place + 1) / (by.length + 1), message: `Measuring the model by ${name}` });
    const plan = await planSegments(work, report);
    if (plan === null) continue;
    const { column, cut: how, otherValues } = plan;
    cut.push({ column, cut: how, otherValues, segments: await measurePlan(work, plan) });
  }
  return {
    task: measured.task,
    target: measured.target,
    prediction: measured.prediction,
    positiveLabel: measured.task === 'classification' ? measured.positiveLabel : null,
    minimumRows,
    confidence,
    replicates,
    overall: overall ?? { label: 'all rows', ...onBoth(() => null) },
    columns: cut,
  };
}
