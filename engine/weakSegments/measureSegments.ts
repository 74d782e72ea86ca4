import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { Finding } from '#shared/domain/report.ts';
import type { SegmentMeasure, SegmentSearch, WeakSegmentsSection } from '#shared/domain/weakSegments.ts';
import { describeWorst } from '#shared/text/describeWeakSegments.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import { streamRows } from '../data/evidence/rowBlocks.ts';
import type { Database } from '../data/openDuckDb.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { sharedColumns, withOrderedRows, type Measured, type RelationWork, type SharedColumn } from '../relations/relationWork.ts';
import type { Candidate, Searched } from './candidate.ts';
import { chooseSegments, strongestColumns } from './chooseSegments.ts';
import { CutTables, type Cut } from './cutTables.ts';
import { driftOf, searchDrift, type DriftFrame } from './searchDrift.ts';
import { searchMeans, wholeMean } from './searchMeans.ts';
import { segmentColumn, type SegmentColumn } from './segmentColumns.ts';
import { whereOf } from './segmentBoxes.ts';
import { errorExpression, missingExpression } from './segmentRows.ts';

const mostColumns = 60;
const mostCompared = 40;
/** Columns that are paired, for each measure: those whose own segments are worst. */
const pairedColumns = 6;
const fewestRows = 20;
const largestShare = 0.5;

interface Frame {
  readonly work: RelationWork;
  readonly database: Database;
  readonly performance: PerformanceSection | null;
  readonly columns: readonly SegmentColumn[];
  readonly compared: readonly number[];
  readonly cells: number;
}

/** The features that segments are made of; of too many, the most drifted. */
function columnsToSearch(work: RelationWork): SegmentColumn[] {
  const features = sharedColumns(work, ['numeric', 'categorical']).filter(({ report }) => report.role === 'feature');
  const order = worstFirst(features.map(({ report }) => report)).slice(0, mostColumns);
  const kept = new Set(order.map(({ column }) => column));
  return features.flatMap((shared: SharedColumn) => (kept.has(shared.report.column) ? (segmentColumn(shared) ?? []) : []));
}

async function gather(frame: Frame, cuts: readonly Cut[], from: number, withSpread?: (cut: Cut) => boolean): Promise<Both<CutTables>> {
  const { work, database, performance, columns, compared } = frame;
  const tables = onBoth(() => new CutTables(columns, cuts, compared, withSpread));
  const all = work.datasets.reference.numberOfRows + work.datasets.current.numberOfRows;
  let read = 0;
  for (const side of ['reference', 'current'] as const) {
    const dataset = work.datasets[side];
    const expressions = [
      ...columns.map(({ bin }) => bin[side]),
      errorExpression(work, side, performance),
      missingExpression(work, side).sql,
    ];
    await database.using(work.context.signal, (connection) =>
      streamRows(
        connection,
        { view: dataset.view, expressions, sample: null },
        (block) => {
          tables[side].push(block);
          read += block.rows;
          work.context.progress({ share: from + (read / Math.max(1, all)) * 0.4, message: 'Looking for weak segments' });
        },
        work.pacer,
      ),
    );
  }
  return tables;
}

type Found = Searched & { readonly pairs: number };

async function search(frame: DriftFrame, measure: SegmentMeasure, cuts: readonly number[], work: RelationWork): Promise<Searched> {
  const candidates: Candidate[] = [];
  let looked = 0;
  for (const cut of cuts) {
    const found = measure === 'drift' ? searchDrift(frame, cut) : searchMeans(frame, measure, cut);
    candidates.push(...found.candidates);
    looked += found.looked;
    await work.pacer.pause();
  }
  return { looked, candidates };
}

/** Looks at single columns first, then at pairs of those that were worst. */
async function searchAll(frame: Frame, measures: readonly SegmentMeasure[], singles: Both<CutTables>): Promise<Map<SegmentMeasure, Found>> {
  const { work, columns, compared } = frame;
  const limits = limitsOf(work);
  const frameOf = (tables: Both<CutTables>, measure: SegmentMeasure): DriftFrame => ({
    columns,
    tables,
    singles: singles.current,
    singlesOfReference: singles.reference,
    compared,
    per: measure === 'missing' ? frame.cells : 1,
    ...limits,
  });
  const alone = new Map<SegmentMeasure, Searched>();
  const paired = new Map<SegmentMeasure, Cut[]>();
  for (const measure of measures) {
    const found = await search(frameOf(singles, measure), measure, [...columns.keys()], work);
    alone.set(measure, found);
    const strongest = strongestColumns(found.candidates, columns.length)
      .slice(0, pairedColumns)
      .sort((a, b) => a - b);
    paired.set(
      measure,
      strongest.flatMap((a, i) => strongest.slice(i + 1).map((b): Cut => [a, b])),
    );
  }
  const keyOf = (cut: Cut): string => cut.join();
  const cuts = [...new Map([...paired.values()].flat().map((cut) => [keyOf(cut), cut])).values()];
  const place = new Map(cuts.map((cut, at) => [keyOf(cut), at]));
  const ofDrift = new Set((paired.get('drift') ?? []).map(keyOf));
  const tables = await gather(frame, cuts, 0.45, (cut) => ofDrift.has(keyOf(cut)));
  const found = new Map<SegmentMeasure, Found>();
  for (const measure of measures) {
    const own = (paired.get(measure) ?? []).map((cut) => place.get(keyOf(cut))!);
    const pairs = await search(frameOf(tables, measure), measure, own, work);
    const single = alone.get(measure)!;
    const together = [...single.candidates, ...offset(pairs.candidates, columns.length)];
    found.set(measure, { looked: single.looked + pairs.looked, candidates: together, pairs: own.length });
  }
  return found;
}

/** Cuts of pairs are numbered after those of single columns, so that no two have one number. */
function offset(candidates: readonly Candidate[], by: number): Candidate[] {
  return candidates.map((candidate) => ({ ...candidate, box: { ...candidate.box, cut: candidate.box.cut + by } }));
}

function limitsOf({ datasets, settings }: RelationWork): { fewest: number; most: number } {
  const { numberOfRows } = datasets.current;
  return {
    fewest: Math.max(fewestRows, Math.ceil(settings.weakSegments.minimumShare * numberOfRows)),
    most: largestShare * numberOfRows,
  };
}

function unitOf(measure: SegmentMeasure, performance: PerformanceSection | null): SegmentSearch['unit'] {
  if (measure === 'drift') return 'cramers-v';
  if (measure === 'missing') return 'share-of-cells';
  return performance?.task === 'regression' ? 'absolute-error' : 'error-rate';
}

function overallOf(frame: Frame, measure: SegmentMeasure, singles: Both<CutTables>): Pick<SegmentSearch, 'overall' | 'rows'> {
  const { numberOfRows } = frame.work.datasets.current;
  if (measure === 'drift') {
    const spread = onBoth((side) => singles[side].spreadOf(0, singles[side].allCells(0)));
    const drift = driftOf(spread.reference, spread.current);
    const current = drift.reduce((sum, value) => sum + value, 0) / drift.length;
    return { overall: withReasons({ reference: { none: 'not-for-this-kind' }, current }), rows: numberOfRows };
  }
  const per = measure === 'missing' ? frame.cells : 1;
  const whole = onBoth((side) => wholeMean(singles[side], measure, per));
  const overall = withReasons(onBoth((side) => whole[side]?.mean ?? ({ none: 'no-valid-values' } as const)));
  return { overall, rows: whole.current?.n ?? 0 };
}

function searchOf(frame: Frame, measure: SegmentMeasure, found: Found, singles: Both<CutTables>): SegmentSearch {
  const { columns, work, performance } = frame;
  const { numberOfRows } = work.datasets.current;
  const unit = unitOf(measure, performance);
  const asShare = unit === 'error-rate' || unit === 'share-of-cells';
  return {
    measure,
    unit,
    ...overallOf(frame, measure, singles),
    columns: columns.length,
    pairs: found.pairs,
    searched: found.looked,
    segments: chooseSegments(found.candidates, found.looked).map(({ box, rows, value, pValue, interval, reference, mostDrifted }) => ({
      columns: box.columns.map((at) => columns[at]!.name),
      where: whereOf(box),
      rows,
      share: rows / numberOfRows,
      value,
      reference: { rows: reference.rows, ...withReasons({ value: reference.value }) },
      ...(interval === undefined ? {} : { interval: [interval[0], asShare ? Math.min(1, interval[1]) : interval[1]] as [number, number] }),
      pValue,
      ...(mostDrifted === undefined ? {} : { mostDrifted }),
    })),
  };
}

function findingsOf(section: WeakSegmentsSection): Finding[] {
  return section.searches.flatMap((found): Finding[] => {
    const sentence = describeWorst(found);
    return found.segments.length === 0 || sentence === null
      ? []
      : [{ severity: found.measure === 'error' ? 'attention' : 'note', code: 'weak-segments', column: null, sentence }];
  });
}

/** Finds where the data is worst: where the model errs, cells are missing, or rows are far from the reference. */
export async function measureSegments(work: RelationWork, performance: PerformanceSection | null): Promise<Measured<WeakSegmentsSection>> {
  const columns = columnsToSearch(work);
  const { reference, current } = work.datasets;
  const nothing = { value: { minimumShare: work.settings.weakSegments.minimumShare, searches: [] }, findings: [] };
  if (columns.length === 0 || reference.numberOfRows === 0 || current.numberOfRows === 0) return nothing;
  const measures: SegmentMeasure[] = [...(performance === null ? [] : (['error'] as const)), 'missing', 'drift'];
  return withOrderedRows(work, async (database) => {
    const compared = [...columns.keys()].slice(0, mostCompared);
    const { cells } = missingExpression(work, 'current');
    const frame: Frame = { work, database, performance, columns, compared, cells };
    const singles = await gather(
      frame,
      columns.map((_, at): Cut => [at]),
      0,
    );
    const found = await searchAll(frame, measures, singles);
    const searches = measures.map((measure) => searchOf(frame, measure, found.get(measure)!, singles));
    const section: WeakSegmentsSection = { minimumShare: work.settings.weakSegments.minimumShare, searches };
    return { value: section, findings: findingsOf(section) };
  });
}
