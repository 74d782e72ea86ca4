import type { Side } from '#shared/domain/dataset.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import { formatCount, formatNumber, formatShare, formatShareChange } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { unseenLines } from '#shared/text/unseenLines.ts';
import { SideMark } from '../../components/SideMark.tsx';
import styles from './Inspector.module.css';

interface Props {
  readonly column: ColumnReport;
}

interface Line {
  readonly name: string;
  readonly reference: string;
  readonly current: string;
  readonly change?: string;
}

interface TableProps {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Numbers of both sides beside each other. */
function SidesTable({ title, lines }: TableProps) {
  const changes = lines.some(({ change }) => change !== undefined);
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <SideMark side="reference" /> Reference
            </th>
            <th scope="col">
              <SideMark side="current" /> Current
            </th>
            {changes && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, reference, current, change }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td>{reference}</td>
              <td>{current}</td>
              {changes && <td>{change}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const asText = (value: number | string): string => (typeof value === 'number' ? formatNumber(value) : formatTime(value));

function difference(from: number | string | undefined, to: number | string | undefined): string {
  if (typeof from !== 'number' || typeof to !== 'number') return '';
  return `${to > from ? '+' : ''}${formatNumber(to - from)}`;
}

export function QuantileTable({ column }: Props) {
  const { reference, current } = column;
  const levels = (reference?.quantiles.length ? reference : current)?.quantiles ?? [];
  if (levels.length === 0) return null;
  const lines = levels.map(({ share }): Line => {
    const from = reference?.quantiles.find((each) => each.share === share)?.value;
    const to = current?.quantiles.find((each) => each.share === share)?.value;
    const name = share === 0.5 ? 'median' : formatShare(share).replace('.0', '');
    const change = difference(from, to);
    return {
      name,
      reference: from === undefined ? '–' : asText(from),
      current: to === undefined ? '–' : asText(to),
      ...(typeof (from ?? to) === 'number' && { change }),
    };
  });
  return <SidesTable title="Quantiles" lines={lines} />;
}

const shownCategories = 10;

export function CategoryTable({ column }: Props) {
  const { reference, current, histogram } = column;
  if (histogram?.kind === 'numeric' || (reference ?? current) === null) return null;
  const [n, m] = [reference?.valid ?? 0, current?.valid ?? 0];
  const counts =
    histogram?.categories ??
    (reference?.mostCommon ?? []).map(({ value, count }) => {
      return { value, reference: count, current: current?.mostCommon.find((each) => each.value === value)?.count ?? 0 };
    });
  const share = (count: number, of: number): string => (of === 0 ? '–' : formatShare(count / of));
  const lines = counts.slice(0, shownCategories).map((each): Line => {
    return {
      name: each.value === '' ? '(empty)' : each.value,
      reference: share(each.reference, n),
      current: share(each.current, m),
      ...(n > 0 && m > 0 && { change: formatShareChange(each.reference / n, each.current / m) }),
    };
  });
  return lines.length === 0 ? null : <SidesTable title="Most common values" lines={lines} />;
}

type ProfileField = Exclude<keyof ColumnProfile, 'quantiles' | 'mostCommon' | 'reasons' | 'missingShare'>;

const profileFields: readonly (readonly [ProfileField, string])[] = [
  ['count', 'Rows'],
  ['valid', 'Valid'],
  ['missing', 'Missing'],
  ['nulls', 'Null'],
  ['nan', 'NaN'],
  ['positiveInfinity', '+∞'],
  ['negativeInfinity', '−∞'],
  ['emptyStrings', 'Empty text'],
  ['distinct', 'Distinct'],
  ['min', 'Minimum'],
  ['max', 'Maximum'],
  ['mean', 'Mean'],
  ['standardDeviation', 'Standard deviation'],
];

function profileCell(profile: ColumnProfile | null, field: ProfileField): string {
  if (profile === null) return 'no such column';
  const value = profile[field];
  if (value === null) return absenceWords[profile.reasons[field] ?? 'not-for-this-kind'];
  const text =
    typeof value === 'number' && field !== 'mean' && field !== 'standardDeviation' && field !== 'min' && field !== 'max'
      ? formatCount(value)
      : asText(value);
  if (field === 'distinct' && profile.valid > 0) return `${text} (${formatShare(profile.distinct! / profile.valid)})`;
  return field === 'missing' && profile.missingShare !== null ? `${text} (${formatShare(profile.missingShare)})` : text;
}

function mostCommonCell({ kind, ...sides }: ColumnReport, side: Side): string {
  const first = sides[side]?.mostCommon[0];
  if (first === undefined) return '–';
  const value = kind === 'datetime' ? formatTime(first.value) : first.value;
  return `${value === '' ? '(empty)' : middleEllipsis(value, 28)} (${formatShare(first.share)})`;
}

export function ProfileTable({ column }: Props) {
  const fields = profileFields.map(([field, name]): Line => {
    return { name, reference: profileCell(column.reference, field), current: profileCell(column.current, field) };
  });
  const lines = [
    ...fields,
    { name: 'Most common', reference: mostCommonCell(column, 'reference'), current: mostCommonCell(column, 'current') },
  ];
  const useful = lines.filter(({ reference, current }) => reference !== '–' || current !== '–');
  return <SidesTable title="Profile" lines={useful} />;
}

/** How current keeps to the range or the values of the reference. */
export function UnseenTable({ column }: Props) {
  const lines = unseenLines(column);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>Current beside the values of the reference</h3>
      <table className={styles.table}>
        <tbody>
          {lines.map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{name.slice(0, 1).toUpperCase() + name.slice(1)}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
