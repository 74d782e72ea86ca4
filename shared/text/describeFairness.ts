import type { Disparity, FairnessGroup, FairnessSection, Interval, SensitiveColumn } from '../domain/fairness.ts';
import type { RateId } from '../domain/fairnessRates.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { listNames } from './listNames.ts';
import { metricChange, metricName, metricText } from './metricNames.ts';

type SideName = 'reference' | 'current';

/** Of the selection rates of two groups; from US guidelines on employment of 1978. */
export const fourFifths = 0.8;

export const groupName = (group: string): string => (group === '' ? '(empty)' : group);

/** The sensitive columns, each alone and then all together. */
export function comparedGroups({ columns, intersection }: FairnessSection): SensitiveColumn[] {
  return intersection === null ? columns : [...columns, intersection];
}

/** The groups that are set against each other. */
const countingGroups = ({ groups, groupedBy }: SensitiveColumn): FairnessGroup[] =>
  groupedBy === 'columns' ? groups.filter(({ small }) => !small) : groups;

/** Where a probability of each class predicts, no column is the prediction. */
function selectedWhere({ prediction, positiveLabel, probabilityThreshold }: FairnessSection): string {
  if (probabilityThreshold !== null) {
    return `${prediction ?? `the probability of ${positiveLabel}`} is at least ${formatNumber(probabilityThreshold)}`;
  }
  return prediction === null ? `${positiveLabel} is the most probable class` : `${prediction} is ${positiveLabel}`;
}

/** What "selected" means, and whose groups are compared. */
export function describeFairness(section: FairnessSection): string {
  const { target, positiveLabel, columns } = section;
  const selected = selectedWhere(section);
  const names = columns.map(({ column }) => column);
  return `Groups by ${listNames(names)}. A row is selected where ${selected}, and positive where ${target} is ${positiveLabel}.`;
}

interface Ends {
  readonly lowest: FairnessGroup;
  readonly highest: FairnessGroup;
}

const rateOf = (group: FairnessGroup, side: SideName): number | null => group[side]?.selectionRate ?? null;

/** The groups that are selected least and most often on one side; null where fewer than two have rows. */
function endsOf(groups: readonly FairnessGroup[], side: SideName): Ends | null {
  const known = groups.filter((group) => rateOf(group, side) !== null);
  const [first, ...others] = known.toSorted((a, b) => (rateOf(a, side) ?? 0) - (rateOf(b, side) ?? 0));
  const highest = others.at(-1);
  return first === undefined || highest === undefined ? null : { lowest: first, highest };
}

/** The lowest selection rate over the highest one; null where there is none. */
function ratioOf({ lowest, highest }: Ends, side: SideName): number | null {
  const [low, high] = [rateOf(lowest, side), rateOf(highest, side)];
  return low === null || high === null || high === 0 ? null : low / high;
}

/** Who is selected how often now, in one sentence. */
export function describeGroups(column: SensitiveColumn): string {
  const ends = endsOf(countingGroups(column), 'current');
  if (ends === null)
    return `Of ${column.column} there are no two groups${column.groupedBy === 'columns' ? ' with enough rows' : ''} to compare.`;
  const share = (group: FairnessGroup): string => `${groupName(group.group)} (${formatShare(group.current?.selectionRate ?? 0)})`;
  const ratio = ratioOf(ends, 'current');
  const times = ratio === null ? '' : `: ${formatNumber(ratio, 3)} times as often`;
  return `Of ${column.column}, ${share(ends.lowest)} is selected least often and ${share(ends.highest)} most often${times}.`;
}

/** The four-fifths rule, where groups that are not small break it now. */
export function fourFifthsSentence({ groups }: SensitiveColumn, { prediction }: Pick<FairnessSection, 'prediction'>): string | null {
  const large = groups.filter(({ small }) => !small);
  const ends = endsOf(large, 'current');
  const ratio = ends === null ? null : ratioOf(ends, 'current');
  if (ends === null || ratio === null || ratio >= fourFifths) return null;
  const pair = endsOf(large, 'reference');
  const before = pair === null ? null : ratioOf(pair, 'reference');
  const then = before === null ? '' : ` (in the reference the lowest rate was ${formatNumber(before, 3)} times the highest)`;
  return `${prediction ?? 'The model'} selects ${groupName(ends.lowest.group)} ${formatNumber(ratio, 3)} times as often as ${groupName(ends.highest.group)}, which is below four fifths${then}.`;
}

/** Groups whose rates say little, since they are small. */
export function smallGroupsSentence({ groups, groupedBy }: SensitiveColumn): string | null {
  const small = groups.filter((group) => group.small).map(({ group }) => groupName(group));
  if (small.length === 0) return null;
  const shown = small.length > 5 ? [...small.slice(0, 5), `${formatCount(small.length - 5)} more`] : small;
  const one = small.length === 1;
  const few = `The ${one ? 'group' : 'groups'} ${listNames(shown)} ${one ? 'has' : 'have'} few rows`;
  if (groupedBy === 'columns') return `${few}, and ${one ? 'is' : 'are'} left out of what is compared.`;
  return `${few}: ${one ? 'its' : 'their'} rates, and what is compared with them, are mostly chance.`;
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

/** What is to be said of a line besides its numbers. */
export function judgement({ is, below }: Pick<DisparityLine, 'is' | 'below'>): string {
  return [is === 'same' || is === null ? '' : is, below ? 'beyond four fifths' : ''].filter((word) => word !== '').join(', ');
}

/** What the intervals are of, and how the picture is read. */
export function intervalsNote({ resamples }: FairnessSection): string {
  const drawn = resamples === 0 ? '' : `; those of disparities are of ${formatCount(resamples)} seeded resamples`;
  return `Intervals are of 95 %: Wilson’s for rates${drawn}. Circles are the reference, dots the current data.`;
}
