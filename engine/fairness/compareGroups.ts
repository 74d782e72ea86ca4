import type { Disparity, FairnessGroup, FairnessGroupSide, Interval, SensitiveColumn } from '#shared/domain/fairness.ts';
import { rateIds, type RateId } from '#shared/domain/fairnessRates.ts';
import type { FairnessSettings } from '#shared/domain/fairness.ts';
import type { GroupOutcomes, OutcomeColumns } from '../data/evidence/groupOutcomes.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { groupRates, rateValue } from '../metrics/fairness/groupRates.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import { measureDisparities } from './disparities.ts';

/** A side that has target and prediction. */
export interface OutcomeSide extends OutcomeColumns {
  readonly rows: number;
}

/** Groups that were counted on both sides. */
export interface CountedGroups {
  /** What the counts call the groups, in their order, and what people call them. */
  readonly names: readonly string[];
  readonly labels: readonly string[];
  /** Place of the privileged group; null where there is none. */
  readonly privileged: number | null;
  readonly sides: Both<readonly GroupOutcomes[] | null>;
  /** Whether groups with few rows are left out of what is compared. */
  readonly withoutSmall: boolean;
}

function groupSide(outcomes: GroupOutcomes): FairnessGroupSide {
  const { group: _, ...counts } = outcomes;
  const rates = Object.fromEntries(rateIds.map((id) => [id, rateValue(groupRates[id](counts))])) as Record<RateId, number>;
  const intervals = Object.fromEntries(
    rateIds.map((id) => {
      const { part, of } = groupRates[id](counts);
      return [id, of === 0 ? null : wilsonInterval(part, of)];
    }),
  ) as Record<RateId, Interval | null>;
  const rows = counts.truePositives + counts.falsePositives + counts.falseNegatives + counts.trueNegatives;
  return { rows, ...counts, ...withReasons(rates), intervals };
}

function emptyGroup(group: string): GroupOutcomes {
  return { group, truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
}

/** What is absent because groups with few rows were left out says so. */
function forWantOfRows(disparity: Disparity): Disparity {
  const reasons = Object.entries(disparity.reasons).map(([field, reason]) => {
    const left = reason === 'one-group' || reason === 'no-valid-values' || reason === 'no-such-group';
    return [field, left ? 'too-few-rows' : reason] as const;
  });
  return { ...disparity, reasons: Object.fromEntries(reasons) };
}

/** Rates of each group, and how far the groups are apart. */
export async function compareGroups(
  { names, labels, privileged, sides, withoutSmall }: CountedGroups,
  outcomes: Both<OutcomeSide | null>,
  { settings, pacer }: { readonly settings: FairnessSettings; readonly pacer: Pacer },
): Promise<Pick<SensitiveColumn, 'privileged' | 'rows' | 'groups' | 'disparities'>> {
  const bySide = onBoth((name) => {
    const own = new Map(sides[name]?.map((each) => [each.group, each]));
    return sides[name] === null ? null : names.map((group) => own.get(group) ?? emptyGroup(group));
  });
  const groups = names.map((_, i): FairnessGroup => {
    const both = onBoth((name) => (bySide[name] === null ? null : groupSide(bySide[name][i]!)));
    const small = [both.reference, both.current].some((side) => side !== null && side.rows < settings.smallGroup);
    return { group: labels[i]!, privileged: i === privileged, small, ...both, reasons: {} };
  });
  const rows = onBoth((name) => {
    const [sql, counted] = [outcomes[name], bySide[name]];
    if (sql === null || counted === null) return null;
    const used = groups.reduce((sum, group) => sum + (group[name]?.rows ?? 0), 0);
    return { rows: sql.rows, used, leftOut: sql.rows - used };
  });
  const kept = groups.flatMap(({ small }, i) => (withoutSmall && small ? [] : [i]));
  const compared = onBoth((name) => (bySide[name] === null ? null : kept.map((i) => bySide[name]![i]!)));
  const place = privileged === null ? null : kept.indexOf(privileged);
  const measured = await measureDisparities(compared, place, settings, pacer);
  const disparities = kept.length < groups.length ? measured.map(forWantOfRows) : measured;
  return { privileged: privileged === null ? null : labels[privileged]!, rows, groups, disparities };
}
