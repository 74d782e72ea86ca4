import { CompensatedSum } from '../stats/compensatedSum.ts';
import type { RankingMetric } from '../metrics/ranking/defineRankingMetric.ts';
import type { RankingEvidence, TiedItems } from '../metrics/rankingEvidence.ts';

/** What of a ranking depends on the settings. */
export interface RankingRules {
  readonly most: number;
  /** The place at which the spread over groups is looked at. */
  readonly at: number;
  isRelevant(target: number): boolean;
  /** The gain of a target, where the highest one of its group is given; never negative. */
  gain(target: number, highest: number): number;
}

export const spreadBins = 20;

/** Values of one metric over groups: sums at each k, and how they are spread at one k. */
export class GroupValues {
  readonly sums: CompensatedSum[];
  readonly squares = new CompensatedSum();
  readonly counts = new Array<number>(spreadBins).fill(0);
  zeros = 0;

  constructor(
    readonly metric: RankingMetric,
    private readonly at: number,
    most: number,
  ) {
    this.sums = Array.from({ length: most }, () => new CompensatedSum());
  }

  take(values: Float64Array): void {
    for (let i = 0; i < values.length; i++) this.sums[i]!.add(values[i]!);
    this.note(values[this.at - 1]!, 1);
  }

  /** One value, of so many groups, where the spread is looked at. */
  note(value: number, groups: number): void {
    this.squares.add(value * value * groups);
    const bin = Math.min(Math.floor(value * spreadBins), spreadBins - 1);
    this.counts[bin] = this.counts[bin]! + groups;
    if (value === 0) this.zeros += groups;
  }
}

interface OpenGroup {
  readonly name: string;
  items: number;
  relevant: number;
  highest: number;
  readonly ideal: TiedItems[];
  readonly ranked: { place: number; items: number; relevant: number; gain: number; mixed: boolean }[];
}

/** Takes the items of each group in turn and adds its values up; memory is that of one group. */
export class RankingSweep {
  rows = 0;
  groups = 0;
  withoutRelevant = 0;
  shorterThanK = 0;
  tied = 0;
  largest = 0;
  readonly values: readonly GroupValues[];
  private open: OpenGroup | null = null;
  private readonly scratch: Float64Array;

  constructor(
    metrics: readonly RankingMetric[],
    private readonly rules: RankingRules,
  ) {
    this.scratch = new Float64Array(rules.most);
    this.values = metrics.map((metric) => new GroupValues(metric, rules.at, rules.most));
  }

  push(name: string, place: number, target: number, items: number): void {
    if (this.open === null || this.open.name !== name) {
      this.close();
      this.open = { name, items: 0, relevant: 0, highest: target, ideal: [], ranked: [] };
    }
    const { open, rules } = this;
    const relevant = rules.isRelevant(target) ? items : 0;
    const gain = rules.gain(target, open.highest) * items;
    if (place === 0) {
      if (open.items < rules.most) open.ideal.push({ items, relevant, gain });
      open.items += items;
      open.relevant += relevant;
      return;
    }
    const last = open.ranked.at(-1);
    if (last === undefined || last.place !== place) {
      open.ranked.push({ place, items, relevant, gain, mixed: false });
      return;
    }
    last.items += items;
    last.relevant += relevant;
    last.gain += gain;
    last.mixed = true;
  }

  private close(): void {
    const { open, rules } = this;
    if (open === null) return;
    this.rows += open.items;
    this.groups += 1;
    this.largest = Math.max(this.largest, open.items);
    if (open.items < rules.most) this.shorterThanK += 1;
    if (open.ranked.some(({ mixed }) => mixed)) this.tied += 1;
    if (open.relevant === 0) this.withoutRelevant += 1;
    else this.measure(open);
  }

  private measure(ranking: RankingEvidence): void {
    for (const values of this.values) values.take(values.metric.compute(ranking, this.scratch));
  }

  finish(): this {
    this.close();
    this.open = null;
    return this;
  }
}
