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
import { displayWidth, fitted, withoutControls } from '../displayWidth.ts';
import type { TableOptions } from '../reportTable.ts';

const nameAtMost = 40;

/** Rows under heads, each column as wide as its widest cell; `colour` paints the first cell of a row. */
function aligned(heads: readonly string[], rows: readonly (readonly string[])[], colour: (text: string, row: number) => string): string[] {
  const lines = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => displayWidth(line[i] ?? ''))));
  return lines.map((line, at) =>
    line
      .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - displayWidth(text)))
      .map((text, i) => (i === 0 && at > 0 ? colour(text, at - 1) : text))
      .join('  ')
      .trimEnd(),
  );
}

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
    const name = withoutControls(column.column);
    const shown = fitted(name, Math.min(nameAtMost, displayWidth(name)));
    return [
      `${verdict.icon} ${verdict.word}`,
      shown,
      stateMethod(column),
      stateText(column.before),
      stateText(column.after),
      missingText(column),
    ];
  });
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
      : aligned(['change', 'column', 'method', 'before', 'after', 'missing'], rows, (text, i) =>
          paint(text, changeVerdict(changed[i]!.change).tone),
        ),
    same === 0 ? [] : [`${formatCount(same)} ${same === 1 ? 'column is' : 'columns are'} the same to the last digit.`],
    metrics.length === 0 ? [] : aligned(['metric', 'before', 'after', ''], metrics, (text) => text),
    findings,
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
