import type { RankingSection, RankingSettings } from '#shared/domain/ranking.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { streamRankedItems, type RankedRequest } from '../data/evidence/rankedItems.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { rankingMetrics } from '../metrics/rankingMetrics.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import type { PerformanceWork } from '../performance/roleSides.ts';
import { rankingCurves, rankingRows, RankingSide, rankingSpreads } from './rankingSide.ts';
import { RankingSweep, type RankingRules } from './rankingSweep.ts';

type Work = Omit<PerformanceWork, 'sides'>;

interface RankingColumns {
  readonly group: DatasetColumn;
  readonly target: DatasetColumn;
  readonly prediction: DatasetColumn;
}

function columnsOf({ datasets, settings }: Work, name: 'reference' | 'current'): RankingColumns | null {
  const find = (wanted: string | null): DatasetColumn | undefined => datasets[name].columns.find(({ column }) => column === wanted);
  const [group, target, prediction] = [settings.ranking.group, settings.roles.target, settings.roles.prediction].map(find);
  return group === undefined || target === undefined || prediction === undefined ? null : { group, target, prediction };
}

/** Gains as a part of that of the highest target, which leaves NDCG as it is and cannot overflow. */
function gainOf(gain: RankingSettings['gain']): RankingRules['gain'] {
  if (gain === 'linear') return (target, highest) => (highest > 0 ? Math.max(target, 0) / highest : 0);
  return (target, highest) => (highest > 0 && target > 0 ? 2 ** (target - highest) - 2 ** -highest : 0);
}

function rulesOf(settings: RankingSettings): RankingRules {
  const { relevantFrom, k } = settings;
  return {
    most: Math.max(...k),
    at: k[0]!,
    isRelevant: relevantFrom === null ? (target) => target > 0 : (target) => target >= relevantFrom,
    gain: gainOf(settings.gain),
  };
}

async function measureSide(work: Work, name: 'reference' | 'current', columns: RankingColumns): Promise<RankingSide> {
  const { ranking, missing } = work.settings;
  const rules = rulesOf(ranking);
  const simple = rankingMetrics.all.flatMap((metric) => ('from' in metric ? [] : [metric]));
  const sweep = new RankingSweep(simple, rules);
  const request: RankedRequest = {
    view: work.datasets[name].view,
    rows: work.datasets[name].numberOfRows,
    group: labelExpression(columns.group, { truthAsNumber: false, emptyIsMissing: missing.includes('empty-string') }),
    score: `(${numberExpression(columns.prediction, 'numeric')})`,
    relevance: `(${numberExpression(columns.target, 'numeric')})`,
    first: ranking.predictionIs === 'score' ? 'highest' : 'lowest',
    most: rules.most,
  };
  await work.database.using(work.context.signal, (connection) =>
    streamRankedItems(connection, request, (...items) => sweep.push(...items), work.pacer),
  );
  return new RankingSide(sweep.finish(), ranking.withoutRelevant === 'zero');
}

const isNumber = ({ family }: DatasetColumn): boolean => groupOf(family) === 'number' || family === 'boolean';

/** Why these columns cannot be ranked, in one sentence; null where they can. */
function obstacle({ group, target, prediction }: RankingColumns): string | null {
  if (!isNumber(prediction)) return 'the prediction holds neither scores nor ranks.';
  if (!isNumber(target)) return 'the target holds no numbers that say how relevant an item is.';
  return groupOf(group.family) === 'unsupported' ? 'the column of the groups is of a type that is not analysed.' : null;
}

/** Measures how well items are ordered within groups, or what is impossible to say as a sentence. */
export async function measureRanking(work: Work): Promise<RankingSection | string> {
  const { ranking, roles } = work.settings;
  const columns = onBoth((name) => columnsOf(work, name));
  const found = [columns.reference, columns.current].filter((side) => side !== null);
  if (found.length === 0) return 'no side has the column of the groups, the target and the prediction.';
  const hindered = found.map(obstacle).find((sentence) => sentence !== null);
  if (hindered !== undefined) return hindered;
  const sides: { reference: RankingSide | null; current: RankingSide | null } = onBoth(() => null);
  for (const name of ['reference', 'current'] as const) {
    const own = columns[name];
    if (own !== null) sides[name] = await measureSide(work, name, own);
  }
  return assemble(work, sides, { group: ranking.group ?? '', target: roles.target ?? '', prediction: roles.prediction ?? '' });
}

function assemble(
  { settings: { ranking }, datasets }: Work,
  sides: Both<RankingSide | null>,
  names: Pick<RankingSection, 'group' | 'target' | 'prediction'>,
): RankingSection {
  const k = [...new Set(ranking.k)];
  const rows = onBoth((name) => {
    const [side, all] = [sides[name], datasets[name].numberOfRows];
    return side === null ? null : { rows: all, used: side.rows, leftOut: all - side.rows };
  });
  return {
    ...names,
    settings: ranking,
    rows,
    groups: onBoth((name) => sides[name]?.groups() ?? null),
    metrics: rankingRows(sides, k),
    curves: rankingCurves(sides, Math.max(...k)),
    spreads: rankingSpreads(sides, k[0]!),
  };
}
