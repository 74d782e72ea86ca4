import type { ReportChanges, ReportSide } from '#shared/domain/changes.ts';
import {
  changedMetricText,
  changesCautions,
  changesVerdict,
  changeVerdict,
  missingText,
  stateMethod,
  stateText,
} from '#shared/text/describeChanges.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { alignedTable } from '../alignedTable.ts';
import { fitted, withoutControls } from '../displayWidth.ts';
import { columnsFor } from '../plainSection.ts';
import type { TableOptions } from '../reportTable.ts';

const nameAtMost = 40;

function sideLine(label: string, { reference, current, numberOfColumns, numberOfDriftedColumns }: ReportSide): string {
  const data = `${withoutControls(current.name)} (${formatCount(current.numberOfRows)} rows) against ${withoutControls(reference.name)}`;
  return `${label}  ${data}: ${numberOfDriftedColumns} of ${numberOfColumns} columns drifted`;
}

/** What changed between two reports as lines of plain text for the terminal. No final line break. */
export function changesTable(changes: ReportChanges, options: TableOptions = {}): string {
  const { paint = (text: string): string => text } = options;
  const { tone, icon, word } = changesVerdict(changes);
  const changed = changes.columns.filter(({ change }) => change !== 'same');
  const rows = changed.map((column) => {
    const verdict = changeVerdict(column.change);
    return [
      `${verdict.icon} ${verdict.word}`,
      fitted(column.column, nameAtMost),
      stateMethod(column),
      stateText(column.before),
      stateText(column.after),
      missingText(column),
    ];
  });
  const colour = (text: string, row: number, at: number): string =>
    at === 0 ? paint(text, changeVerdict(changed[row]!.change).tone) : text;
  const same = changes.columns.length - changed.length;
  const metrics = changes.metrics.map((row) => [
    metricName(row.metric).short,
    changedMetricText(row, 'before'),
    changedMetricText(row, 'after'),
    row.is ?? '',
  ]);
  const findings = (['appeared', 'gone'] as const).flatMap((which) =>
    changes.findings[which].map(({ column, sentence }) => {
      const name = column === null ? '' : `${withoutControls(column)}: `;
      return `${which === 'appeared' ? '+' : '−'} ${name}${withoutControls(sentence)}`;
    }),
  );
  const parts = [
    [`${paint(`${icon} ${word}`, tone)}`, sideLine('before', changes.before), sideLine('after ', changes.after)],
    changesCautions(changes).map(withoutControls),
    rows.length === 0
      ? []
      : alignedTable(columnsFor(['change', 'column', 'method', 'before', 'after', 'missing'], { left: [1, 2] }), rows, paint, colour),
    same === 0 ? [] : [`${formatCount(same)} ${same === 1 ? 'column is' : 'columns are'} the same to the last digit.`],
    metrics.length === 0 ? [] : alignedTable(columnsFor(['metric', 'before', 'after', ''], { left: [3] }), metrics, paint),
    findings,
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
