import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import {
  formatCount,
  formatNumber,
  formatPValue,
  formatScore,
  formatShare,
  formatShareChange,
  formatThreshold,
} from '#shared/text/formatNumber.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { unseenLines } from '#shared/text/unseenLines.ts';
import { markup, type Markup } from './markup.ts';

type Value = number | string | null | undefined;

function shown(value: Value): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'number'
    ? formatNumber(value)
    : value
        .replace(/T(\d\d:\d\d):00(?:\.0+)?Z?$/, ' $1')
        .replace(/(:\d\d)\.\d+Z?$/, '$1')
        .replace('T', ' ');
}

const heads = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`;

function table(caption: string, first: string, rows: readonly Markup[], extra: Markup | null = null): Markup | null {
  if (rows.length === 0) return null;
  return markup`<table class="small"><caption>${caption}</caption><thead><tr><th scope="col">${first}</th>${heads}${extra}</tr></thead><tbody>${rows}</tbody></table>`;
}

function pair(name: string, reference: string, current: string): Markup {
  return markup`<tr><th scope="row">${name}</th><td class="number">${reference}</td><td class="number">${current}</td></tr>`;
}

/** Quantiles of both sides, with the smallest and largest value. */
export function quantileTable({ reference, current }: ColumnReport, about: string): Markup | null {
  const levels = (reference?.quantiles.length ?? 0) > 0 ? reference?.quantiles : current?.quantiles;
  if (levels === undefined || levels.length === 0) return null;
  const at = (profile: ColumnProfile | null, share: number): string => {
    const value = profile?.quantiles.find((quantile) => quantile.share === share)?.value;
    return value === undefined ? '–' : about + shown(value);
  };
  const rows = levels.map(({ share }) => {
    const name = share === 0.5 ? 'median' : `${formatNumber(share * 100)} %`;
    return pair(name, at(reference, share), at(current, share));
  });
  const end = (name: string, key: 'min' | 'max'): Markup => pair(name, about + shown(reference?.[key]), about + shown(current?.[key]));
  return table('Quantiles', 'quantile', [end('smallest', 'min'), ...rows, end('largest', 'max')]);
}

/** Shares of the categories of both sides and their change. */
export function categoryTable({ histogram, reference, current }: ColumnReport, about: string): Markup | null {
  if (histogram?.kind !== 'categories') return null;
  const n = reference?.valid ?? 0;
  const m = current?.valid ?? 0;
  const share = (count: number, of: number): string => (of === 0 ? '–' : about + formatShare(count / of));
  const row = (name: string, a: number, b: number): Markup =>
    markup`<tr><th scope="row"><bdi>${name}</bdi></th><td class="number">${share(a, n)}</td><td class="number">${share(b, m)}</td><td class="number">${n === 0 || m === 0 ? '–' : formatShareChange(a / n, b / m)}</td></tr>`;
  const rows = histogram.categories.map((each) =>
    row(each.value === '' ? '(empty)' : middleEllipsis(each.value, 40), each.reference, each.current),
  );
  const { other } = histogram;
  if (other.categories > 0) rows.push(row(`${formatCount(other.categories)} others`, other.reference, other.current));
  return table('Categories', 'category', rows, markup`<th scope="col" class="number">change</th>`);
}

function distinctText({ distinct, valid }: ColumnProfile): string {
  if (distinct === null) return '–';
  return `${formatCount(distinct)}${valid === 0 ? '' : ` (${formatShare(distinct / valid)})`}`;
}

function mostCommonText({ mostCommon: [first] }: ColumnProfile): string {
  if (first === undefined) return '–';
  return `${first.value === '' ? '(empty)' : middleEllipsis(shown(first.value), 24)} (${formatShare(first.share)})`;
}

type Line = readonly [name: string, value: (profile: ColumnProfile) => string, always: boolean];

const lines: readonly Line[] = [
  ['rows', (profile) => formatCount(profile.count), true],
  ['values used', (profile) => formatCount(profile.valid), true],
  [
    'missing',
    (profile) => `${formatCount(profile.missing)}${profile.missingShare === null ? '' : ` (${formatShare(profile.missingShare)})`}`,
    true,
  ],
  ['null', (profile) => formatCount(profile.nulls), false],
  ['NaN', (profile) => formatCount(profile.nan), false],
  ['+∞', (profile) => formatCount(profile.positiveInfinity), false],
  ['−∞', (profile) => formatCount(profile.negativeInfinity), false],
  ['empty text', (profile) => formatCount(profile.emptyStrings), false],
  ['distinct', distinctText, true],
  ['most common', mostCommonText, false],
  ['mean', (profile) => shown(profile.mean), false],
  ['standard deviation', (profile) => shown(profile.standardDeviation), false],
];

/** Counts and moments of both sides; lines that are nothing on both sides are left out. */
export function profileTable({ reference, current }: ColumnReport, about: string): Markup | null {
  const text = (profile: ColumnProfile | null, line: Line): string => (profile === null ? '–' : line[1](profile));
  const rows = lines.flatMap((line) => {
    const [a, b] = [text(reference, line), text(current, line)];
    const nothing = [a, b].every((each) => each === '0' || each === '–');
    return nothing && !line[2] ? [] : [pair(line[0], a === '–' ? a : about + a, b === '–' ? b : about + b)];
  });
  return table('Profile', 'measure', rows);
}

function valueRow(name: string, value: string | null): Markup | null {
  return value === null ? null : markup`<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`;
}

/** How the test came out, in numbers. */
export function testTable(column: ColumnReport, about: string): Markup | null {
  if (column.status === 'not-tested') return null;
  const { pValue, adjustedPValue, band, threshold, statistic, binEdges } = column;
  const edges = binEdges === null ? null : `${formatCount(binEdges.length - 1)}: ${binEdges.map((edge) => formatNumber(edge)).join(', ')}`;
  return markup`<table class="small test"><caption>Test</caption><tbody>
${valueRow('method', methodName(column.method).short)}${valueRow(pValue === null ? 'distance' : 'statistic', about + formatScore(statistic))}
${valueRow('p-value', pValue === null ? null : about + formatPValue(pValue))}${valueRow('p-value, adjusted', adjustedPValue === null ? null : about + formatPValue(adjustedPValue))}
${valueRow('drift when', `${column.scoreIs === 'pValue' ? 'p-value' : 'distance'} ${column.driftedWhen.replaceAll('-', ' ')} ${formatThreshold(threshold)}`)}${valueRow('usual band', band)}${valueRow('bins', edges)}</tbody></table>`;
}

/** How current keeps to the range or the values of the reference. */
export function unseenTable(column: ColumnReport, about: string): Markup | null {
  const rows = unseenLines(column, about).map(({ name, text }) => valueRow(name, text));
  if (rows.length === 0) return null;
  return markup`<table class="small test"><caption>Current beside the values of the reference</caption><tbody>${rows}</tbody></table>`;
}
