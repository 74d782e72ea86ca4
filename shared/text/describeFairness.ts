import type { Disparity, FairnessGroup, FairnessSection, Interval, SensitiveColumn } from '../domain/fairness.ts';
import type { RateId } from '../domain/fairnessRates.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricChange, metricName, metricText } from './metricNames.ts';

type SideName = 'reference' | 'current';

export const groupName = (group: string): string => (group === '' ? '(empty)' : group);

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What "selected" means, and whose groups are compared. */
export function describeFairness({ prediction, target, positiveLabel, probabilityThreshold, columns }: FairnessSection): string {
  const selected =
    probabilityThreshold === null ? `${prediction} is ${positiveLabel}` : `${prediction} is at least ${formatNumber(probabilityThreshold)}`;
  const names = columns.map(({ column }) => column);
  return `Groups by ${list(names)}. A row is selected where ${selected}, and positive where ${target} is ${positiveLabel}.`;
}

interface Ends {
  readonly lowest: FairnessGroup;
  readonly highest: FairnessGroup;
}

/** The groups that are selected least and most often on one side; null where fewer than two have rows. */
function endsOf({ groups }: SensitiveColumn, side: SideName): Ends | null {
  const rate = (group: FairnessGroup): number => group[side]?.selectionRate ?? 0;
  const [first, ...others] = groups.filter((group) => (group[side]?.selectionRate ?? null) !== null).toSorted((a, b) => rate(a) - rate(b));
  const highest = others.at(-1);
  return first === undefined || highest === undefined ? null : { lowest: first, highest };
}

function impactOf({ disparities }: SensitiveColumn): Disparity | undefined {
  return disparities.find(({ metric, convention }) => metric === 'disparate-impact' && convention === 'between-groups');
}

/** Who is selected how often now, in one sentence. */
export function describeGroups(column: SensitiveColumn): string {
  const ends = endsOf(column, 'current');
  if (ends === null) return `Of ${column.column} there are no two groups to compare.`;
  const share = (group: FairnessGroup): string => `${groupName(group.group)} (${formatShare(group.current?.selectionRate ?? 0)})`;
  const ratio = impactOf(column)?.current ?? null;
  const times = ratio === null ? '' : `: ${formatNumber(ratio, 3)} times as often`;
  return `Of ${column.column}, ${share(ends.lowest)} is selected least often and ${share(ends.highest)} most often${times}.`;
}

/** The four-fifths rule, where the current data break it. */
export function fourFifthsSentence(column: SensitiveColumn, { prediction }: Pick<FairnessSection, 'prediction'>): string | null {
  const impact = impactOf(column);
  const ends = endsOf(column, 'current');
  if (impact?.belowFourFifths?.current !== true || impact.current === null || ends === null) return null;
  const before = impact.reference === null ? '' : ` (${formatNumber(impact.reference, 3)} in the reference)`;
  return `${prediction} selects ${groupName(ends.lowest.group)} ${formatNumber(impact.current, 3)} times as often as ${groupName(ends.highest.group)}${before}, which is below four fifths.`;
}

/** Groups whose rates say little, since they are small. */
export function smallGroupsSentence({ groups }: SensitiveColumn): string | null {
  const small = groups.filter((group) => group.small).map(({ group }) => groupName(group));
  if (small.length === 0) return null;
  const shown = small.length > 5 ? [...small.slice(0, 5), `${formatCount(small.length - 5)} more`] : small;
  return `The ${small.length === 1 ? 'group' : 'groups'} ${list(shown)} ${small.length === 1 ? 'has' : 'have'} few rows: ${small.length === 1 ? 'its' : 'their'} rates, and what is compared with them, are mostly chance.`;
}

function intervalText(interval: Interval | null): string {
  return interval === null ? '' : `${formatNumber(interval[0], 3)} to ${formatNumber(interval[1], 3)}`;
}

export interface DisparityLine {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  readonly current: string;
  /** 95 % intervals; empty where there are none. */
  readonly around: Readonly<Record<SideName, string>>;
  readonly change: string;
  readonly is: 'better' | 'worse' | 'same' | null;
  /** Less than four fifths now. */
  readonly below: boolean;
}

/** The disparities of a column by one convention, as lines of a table. */
export function disparityLines({ disparities }: SensitiveColumn, convention: Disparity['convention']): DisparityLine[] {
  return disparities
    .filter((each) => each.convention === convention)
    .map((row) => {
      const change = metricChange(row);
      return {
        id: row.metric,
        label: metricName(row.metric).short,
        reference: metricText(row, 'reference'),
        current: metricText(row, 'current'),
        around: { reference: intervalText(row.intervals.reference), current: intervalText(row.intervals.current) },
        change: change?.text ?? '–',
        is: change?.is ?? null,
        below: row.belowFourFifths?.current ?? false,
      };
    });
}

/** What a table of disparities is about. */
export function conventionTitle({ privileged }: SensitiveColumn, convention: Disparity['convention']): string {
  if (convention === 'between-groups') return 'Between groups: highest against lowest';
  return `All others against ${groupName(privileged ?? '')}: below 0, or a ratio below 1, theirs is lower`;
}

/** A rate of a group on one side in words; where there is none, why. */
export function rateText(group: FairnessGroup, side: SideName, rate: RateId): { text: string; why: string } {
  const found = group[side];
  const value = found?.[rate] ?? null;
  if (value === null) return { text: '–', why: absenceWords[found?.reasons[rate] ?? 'no-such-column'] };
  const interval = found?.intervals[rate] ?? null;
  return { text: formatShare(value), why: interval === null ? '' : `95 %: ${formatShare(interval[0])} to ${formatShare(interval[1])}` };
}

export function conventionsOf({ privileged }: SensitiveColumn): Disparity['convention'][] {
  return privileged === null ? ['between-groups'] : ['against-privileged', 'between-groups'];
}
