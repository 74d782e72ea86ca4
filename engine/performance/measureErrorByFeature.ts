import type { BinSide, ErrorByFeature, FeatureErrors } from '#shared/domain/errorByFeature.ts';
import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { streamNumbers } from '../data/evidence/streamNumbers.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import { errorSql } from './errorSql.ts';
import { binFeatures, type BinnedFeature } from './featureBins.ts';
import { SideTotals, type ErrorLimits } from './featureErrors.ts';
import { onBoth, withReasons, type Both } from './metricRows.ts';
import type { PerformanceWork } from './roleSides.ts';

/** So many features are read in one scan. */
const together = 32;
/** Bins with fewer rows on a side say nothing of a change. */
const leastRows = 30;
const mostListed = 100;

function limitsOf(section: PerformanceSection, side: 'reference' | 'current'): ErrorLimits {
  if (section.task !== 'regression') return null;
  const at = (share: number): number | null => section.errorQuantiles.find((each) => each.share === share)?.[side] ?? null;
  const [low, high] = [at(0.05), at(0.95)];
  return low === null || high === null || low === high ? null : [low, high];
}

async function gatherSide(
  work: PerformanceWork,
  section: PerformanceSection,
  name: 'reference' | 'current',
  features: readonly BinnedFeature[],
): Promise<SideTotals | null> {
  const side = work.sides[name];
  const sql = side === null ? null : errorSql(section, side, work);
  if (side === null || sql === null) return null;
  const { columns } = work.datasets[name];
  const totals = new SideTotals(features, limitsOf(section, name));
  const expressions = features.map((feature) => {
    const column = columns.find((each) => each.column === feature.feature);
    return column === undefined ? 'null' : feature.expression(column);
  });
  const request = { view: side.view, expressions: [sql.error, ...expressions], where: sql.used };
  await work.database.using(work.context.signal, (connection) => streamNumbers(connection, request, totals.take, work.pacer));
  return totals;
}

type Bins = FeatureErrors['bins'];

/** By how much more than over all rows the mean size changed in a bin, and the share of current rows there; null where too few rows say. */
function changeIn({ reference, current }: Bins[number], overall: number): { change: number; share: number } | null {
  if (reference === null || current === null || Math.min(reference.rows, current.rows) < leastRows) return null;
  if (reference.meanSize === null || current.meanSize === null || current.share === null) return null;
  return { change: current.meanSize - reference.meanSize - overall, share: current.share };
}

function changesOf(bins: Bins, whole: Both<BinSide | null>): { unevenness: MetricValue; most: MetricValue } {
  const [before, after] = [whole.reference?.meanSize ?? null, whole.current?.meanSize ?? null];
  const tooFew = { none: 'too-few-rows' } as const;
  if (before === null || after === null) return { unevenness: { none: 'no-valid-values' }, most: { none: 'no-valid-values' } };
  const changes = bins.map((bin) => changeIn(bin, after - before));
  const known = changes.filter((each) => each !== null);
  if (known.length < 2) return { unevenness: tooFew, most: tooFew };
  const shares = known.reduce((sum, { share }) => sum + share, 0);
  const weights = changes.map((each) => (each === null ? 0 : each.change * each.share));
  const highest = Math.max(...weights);
  return {
    unevenness: known.reduce((sum, { change, share }) => sum + Math.abs(change) * share, 0) / shares,
    most: highest > 0 ? weights.indexOf(highest) : { none: 'constant' },
  };
}

function assemble(
  feature: BinnedFeature,
  i: number,
  totals: Both<SideTotals | null>,
  withBias: boolean,
  inSide: Both<boolean>,
): FeatureErrors {
  const sides = onBoth((side) => (inSide[side] ? (totals[side]?.features[i]?.sides(totals[side].rows) ?? null) : null));
  const bins = feature.bins
    .map((bin, at) => ({ bin, reference: sides.reference?.[at] ?? null, current: sides.current?.[at] ?? null }))
    .filter(
      ({ bin, reference, current }) => bin.kind === 'range' || bin.kind === 'value' || (reference?.rows ?? 0) + (current?.rows ?? 0) > 0,
    );
  const whole = onBoth((side) => totals[side]?.whole() ?? null);
  return {
    feature: feature.feature,
    kind: feature.kind,
    ...withReasons(changesOf(bins, whole)),
    bins,
    bias: onBoth((side) => (withBias && inSide[side] ? (totals[side]?.features[i]?.bias() ?? null) : null)),
  };
}

/** The most uneven first, then in the order of the columns. */
function ordered(features: readonly FeatureErrors[]): FeatureErrors[] {
  return features.toSorted((a, b) => (b.unevenness ?? -1) - (a.unevenness ?? -1));
}

/** Reads every row once for each 32 features, and sums up errors over the bins of each; memory does not grow with rows. */
export async function measureErrorByFeature(
  work: PerformanceWork,
  section: PerformanceSection,
  columns: readonly ColumnReport[],
): Promise<ErrorByFeature> {
  const features = binFeatures(columns, work.settings);
  const found: FeatureErrors[] = [];
  let whole: ErrorByFeature['whole'] = { reference: null, current: null };
  for (let from = 0; from === 0 || from < features.length; from += together) {
    work.context.progress({ share: from / Math.max(1, features.length), message: 'Summing up errors by feature' });
    const part = features.slice(from, from + together);
    const totals = {
      reference: await gatherSide(work, section, 'reference', part),
      current: await gatherSide(work, section, 'current', part),
    };
    whole = onBoth((side) => totals[side]?.whole() ?? null);
    part.forEach((feature, i) => {
      const inSide = onBoth((side) => work.datasets[side].columns.some(({ column }) => column === feature.feature));
      found.push(assemble(feature, i, totals, section.task === 'regression', inSide));
    });
  }
  const all = ordered(found);
  return { task: section.task, whole, features: all.slice(0, mostListed), moreFeatures: Math.max(0, all.length - mostListed) };
}
