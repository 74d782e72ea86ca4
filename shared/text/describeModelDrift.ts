import type { ColumnImportance, ModelDriftSection, RoleDrift, RoleRelation, WeightedDrift } from '../domain/modelDrift.ts';
import type { ColumnReport, DriftReport } from '../domain/report.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { middleEllipsis } from './middleEllipsis.ts';
import { toneIcons, type Verdict } from './verdict.ts';

const named = ({ role, column }: RoleDrift): string => `${role} ${middleEllipsis(column, 36)}`;

/** What the verdicts of target and prediction mean together. */
export function describeRoles(roles: readonly RoleDrift[]): string {
  const prediction = roles.find(({ role }) => role === 'prediction');
  const target = roles.find(({ role }) => role === 'target');
  const tested = [prediction, target].filter((each) => each !== undefined && each.drifted !== null) as RoleDrift[];
  if (tested.length < 2) {
    return tested.map((each) => `The ${named(each)} ${each.drifted === true ? 'drifted' : 'did not drift'}.`).join(' ');
  }
  const [p, t] = tested as [RoleDrift, RoleDrift];
  if (p.drifted === true && t.drifted === true) return `The ${named(p)} and the ${named(t)} both drifted.`;
  if (p.drifted === true)
    return `The ${named(p)} drifted, and the ${named(t)} did not: the model says something else of cases that came out as before.`;
  if (t.drifted === true) return `The ${named(t)} drifted, and the ${named(p)} did not follow.`;
  return `Neither the ${named(p)} nor the ${named(t)} drifted.`;
}

/** How each column's worth is known, in a sentence. */
export function describeSource({ source, explains, explained, rows }: WeightedDrift): string {
  if (source === 'given' || explains === null) return 'The importance of columns is as it was given.';
  const fit = explained === null ? '' : `, of whose variance it explains ${formatShare(explained)}`;
  return `The importance of columns is estimated by a random forest that learns ${middleEllipsis(explains, 36)} from ${formatCount(rows ?? 0)} reference rows${fit}.`;
}

export function describeWeighted(weighted: WeightedDrift): string {
  const { score, driftedImportance } = weighted;
  if (score === null || driftedImportance === null) return 'No column of any importance could be tested.';
  return `Drifted columns carry ${formatShare(driftedImportance)} of the importance; drift weighted by importance is ${formatNumber(score, 3)} (0 none, 1 all).`;
}

export function describeModelDrift({ roles, weighted }: ModelDriftSection): string {
  return [describeRoles(roles), ...(weighted === null ? [] : [describeWeighted(weighted)])].filter((part) => part !== '').join(' ');
}

/** How target and prediction go together, a row a number: name, reference, current. */
export function relationRows(relation: RoleRelation): (readonly [string, string, string])[] {
  const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatNumber(value));
  const { reference, current } = relation;
  const rows = ['rows with both', formatCount(reference?.rows ?? 0), formatCount(current?.rows ?? 0)] as const;
  if (relation.kind === 'classes') {
    const share = (side: typeof relation.reference): string =>
      side?.agreement === null || side === null ? '–' : formatShare(side.agreement);
    return [['prediction is the target', share(relation.reference), share(relation.current)], rows];
  }
  return [
    ['mean of the target', shown(relation.reference?.meanTarget), shown(relation.current?.meanTarget)],
    ['mean of the prediction', shown(relation.reference?.meanPrediction), shown(relation.current?.meanPrediction)],
    ['correlation of both', shown(relation.reference?.correlation), shown(relation.current?.correlation)],
    rows,
  ];
}

export function roleVerdict({ drifted }: Pick<RoleDrift, 'drifted'>): Verdict {
  if (drifted === null) return { tone: 'unknown', icon: toneIcons.unknown, word: 'not tested' };
  return drifted ? { tone: 'broken', icon: toneIcons.broken, word: 'drifted' } : { tone: 'good', icon: toneIcons.good, word: 'no drift' };
}

export function importanceVerdict({ shift, drifted }: ColumnImportance): Verdict {
  return roleVerdict({ drifted: shift === null ? null : drifted });
}

/** Column → its share of the importance; null where a report knows none. */
export function importancesOf({ modelDrift }: Pick<DriftReport, 'modelDrift'>): ReadonlyMap<string, number> | null {
  const columns = modelDrift?.weighted?.columns ?? [];
  return columns.length === 0 ? null : new Map(columns.map(({ column, importance }) => [column, importance]));
}

/** Puts what matters first: drifted columns by importance, then the others by theirs. */
export function matters({ column, drifted }: Pick<ColumnReport, 'column' | 'drifted'>, importances: ReadonlyMap<string, number>): number {
  const importance = importances.get(column);
  if (importance === undefined) return -1;
  return drifted && importance > 0 ? 1 + importance : importance;
}
