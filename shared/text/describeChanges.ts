import type { ChangedColumn, ChangedMetric, ColumnChange, ColumnState, ReportChanges } from '../domain/changes.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatAgainstThreshold } from './explainVerdict.ts';
import { formatNumber, formatPValue, formatShare } from './formatNumber.ts';
import { methodName } from './methodNames.ts';
import { metricName } from './metricNames.ts';
import { toneIcons, type Tone, type Verdict } from './verdict.ts';

const names: Readonly<Record<ColumnChange, readonly [Tone, string]>> = {
  'now-drifted': ['broken', 'drifts now'],
  'no-longer-drifted': ['good', 'drifts no longer'],
  'no-longer-tested': ['attention', 'tested no longer'],
  'now-tested': ['unknown', 'tested now'],
  gone: ['attention', 'gone'],
  new: ['attention', 'new'],
  'method-changed': ['unknown', 'other method'],
  moved: ['unknown', 'same verdict'],
  same: ['unknown', 'the same'],
};

/** What became of a column, as icon, word and tone. */
export function changeVerdict(change: ColumnChange): Verdict {
  const [tone, word] = names[change];
  return { tone, icon: toneIcons[tone], word };
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What changed between two reports, in a few words. */
export function changesVerdict({ columns }: Pick<ReportChanges, 'columns'>): Verdict {
  const of = (change: ColumnChange): number => columns.filter((column) => column.change === change).length;
  const worse = of('now-drifted');
  const better = of('no-longer-drifted');
  const shape = of('gone') + of('new') + of('no-longer-tested') + of('now-tested');
  const make = (tone: Tone, word: string): Verdict => ({ tone, icon: toneIcons[tone], word });
  const parts = [
    worse > 0 && `${plural(worse, 'column drifts', 'columns drift')} that did not before`,
    better > 0 && `${plural(better, 'column drifts', 'columns drift')} no longer`,
  ].filter((part) => part !== false);
  if (worse > 0) return make('broken', parts.join(', '));
  if (better > 0) return make('good', parts.join(', '));
  if (shape > 0) return make('attention', `${plural(shape, 'column', 'columns')} came, went or changed kind; no other verdict changed`);
  return make('good', 'No verdict changed');
}

/** Score and threshold of one report's column; words where it was not tested. */
export function stateText(state: ColumnState | null): string {
  if (state === null) return 'no such column';
  if (state.driftScore === null || state.threshold === null) return 'not tested';
  const [score, threshold] = formatAgainstThreshold(state.driftScore, state.threshold);
  const shown = state.scoreIs === 'pValue' ? `p ${formatPValue(state.driftScore)}` : score;
  return `${shown} (threshold ${threshold})`;
}

export function stateMethod({ before, after }: ChangedColumn): string {
  const [one, two] = [before?.method, after?.method].map((id) => (id === null || id === undefined ? null : methodName(id).short));
  if (one === two || two === null || two === undefined) return one ?? '–';
  return one === null || one === undefined ? two : `${one} → ${two}`;
}

export function missingText({ before, after }: ChangedColumn): string {
  const share = (state: ColumnState | null): string => (state?.missingShare == null ? '–' : formatShare(state.missingShare));
  return `${share(before)} → ${share(after)}`;
}

export function changedMetricText(row: ChangedMetric, side: 'before' | 'after'): string {
  const value = row[side];
  if (value === null) return absenceWords[row.reasons[side] ?? 'not-for-this-kind'];
  return metricName(row.metric).asShare ? formatShare(value) : formatNumber(value);
}

/** What else differs between the reports and may be why verdicts changed; one sentence each. */
export function changesCautions({ before, after, sameReference, sameCurrent, settings }: ReportChanges): string[] {
  return [
    ...(sameReference ? [] : ['The reports compare with different reference data.']),
    ...(sameCurrent ? ['Both reports are of the same current data.'] : []),
    ...(settings.length === 0
      ? []
      : [`${plural(settings.length, 'setting differs', 'settings differ')}: ${settings.map(({ setting }) => setting).join(', ')}.`]),
    ...(before.exact === after.exact ? [] : ['One report is exact, the other rests on a sample.']),
  ];
}
