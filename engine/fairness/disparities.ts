import type { Disparity, FairnessSettings, Interval } from '#shared/domain/fairness.ts';
import { fourFifths } from '#shared/text/describeFairness.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { Pacer } from '../jobs/pacer.ts';
import type { ClassCounts } from '../metrics/classification/classCounts.ts';
import type { MetricValue } from '../metrics/defineMetric.ts';
import type { FairnessMetric } from '../metrics/fairness/defineFairnessMetric.ts';
import { fairnessMetrics } from '../metrics/fairnessMetrics.ts';
import { onBoth, withReasons, type Both } from '../performance/metricRows.ts';
import { bootstrapSteps } from '../stats/bootstrapInterval.ts';

/** The groups of one side, each under its place among the groups of both; empty ones have no rows. */
export type SideGroups = readonly ClassCounts[];

const cells = ['truePositives', 'falsePositives', 'falseNegatives', 'trueNegatives'] as const;

const rowsOf = (group: ClassCounts): number => cells.reduce((sum, cell) => sum + group[cell], 0);
const none = (): ClassCounts => ({ truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 });

function pooled(groups: readonly ClassCounts[]): ClassCounts {
  return groups.reduce(
    (sum, group) => ({
      truePositives: sum.truePositives + group.truePositives,
      falsePositives: sum.falsePositives + group.falsePositives,
      falseNegatives: sum.falseNegatives + group.falseNegatives,
      trueNegatives: sum.trueNegatives + group.trueNegatives,
    }),
    none(),
  );
}

type Convention = Disparity['convention'];

interface Asked {
  readonly metric: FairnessMetric;
  readonly convention: Convention;
}

function valueOf({ metric, convention }: Asked, groups: SideGroups, privileged: number | null): MetricValue {
  const filled = groups.filter((group) => rowsOf(group) > 0);
  if (filled.length === 0) return { none: 'no-valid-values' };
  if (convention === 'between-groups') return filled.length < 2 ? { none: 'one-group' } : metric.between(filled);
  const base = privileged === null ? undefined : groups[privileged];
  if (base === undefined || rowsOf(base) === 0) return { none: 'no-such-group' };
  const others = pooled(groups.filter((group) => group !== base));
  return rowsOf(others) === 0 ? { none: 'one-group' } : metric.against(others, base);
}

function groupsFrom(flat: Float64Array): ClassCounts[] {
  return Array.from({ length: flat.length / 4 }, (_, i) => ({
    truePositives: flat[4 * i]!,
    falsePositives: flat[4 * i + 1]!,
    falseNegatives: flat[4 * i + 2]!,
    trueNegatives: flat[4 * i + 3]!,
  }));
}

interface SideDisparities {
  readonly values: readonly MetricValue[];
  readonly intervals: readonly (Interval | null)[];
}

async function ofSide(
  asked: readonly Asked[],
  side: { readonly groups: SideGroups; readonly privileged: number | null },
  { resamples, seed }: FairnessSettings,
  pacer: Pacer,
): Promise<SideDisparities> {
  const { groups, privileged } = side;
  const values = asked.map((each) => valueOf(each, groups, privileged));
  if (resamples === 0 || groups.every((group) => rowsOf(group) === 0)) return { values, intervals: values.map(() => null) };
  const statistics = (flat: Float64Array): (number | null)[] => {
    const drawn = groupsFrom(flat);
    return asked.map((each) => {
      const value = valueOf(each, drawn, privileged);
      return typeof value === 'number' ? value : null;
    });
  };
  const counts = groups.flatMap((group) => cells.map((cell) => group[cell]));
  const found = await pacer.run(
    bootstrapSteps(counts, statistics, { replicates: resamples, confidence: 0.95, random: seededRandom(seed) }),
  );
  const intervals = found.map((interval, i): Interval | null =>
    interval === null || typeof values[i] !== 'number' ? null : [interval.low, interval.high],
  );
  return { values, intervals };
}

function isBelowFourFifths(value: MetricValue | undefined): boolean {
  return typeof value === 'number' && (value < fourFifths || value > 1 / fourFifths);
}

/** Every disparity on both sides, each with its bootstrap interval; signed ones only where a group is privileged. */
export async function measureDisparities(
  sides: Both<SideGroups | null>,
  privileged: number | null,
  settings: FairnessSettings,
  pacer: Pacer,
): Promise<Disparity[]> {
  const conventions: Convention[] = privileged === null ? ['between-groups'] : ['between-groups', 'against-privileged'];
  const asked = conventions.flatMap((convention) => fairnessMetrics.all.map((metric): Asked => ({ metric, convention })));
  const absent: SideDisparities = { values: asked.map(() => ({ none: 'no-such-column' })), intervals: asked.map(() => null) };
  const measured: { reference: SideDisparities; current: SideDisparities } = onBoth(() => absent);
  for (const name of ['reference', 'current'] as const) {
    const groups = sides[name];
    if (groups !== null) measured[name] = await ofSide(asked, { groups, privileged }, settings, pacer);
  }
  return asked.map(({ metric, convention }, i): Disparity => {
    const values = onBoth((name) => measured[name].values[i] ?? { none: 'no-such-column' as const });
    return {
      metric: metric.id,
      convention,
      ...withReasons(values),
      intervals: onBoth((name) => measured[name].intervals[i] ?? null),
      belowFourFifths: metric.id === 'disparate-impact' ? onBoth((name) => isBelowFourFifths(values[name])) : null,
    };
  });
}
