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
import { plainMarkdown as plain } from '../plainMarkdown.ts';

function sideLine(label: string, { reference, current, numberOfColumns, numberOfDriftedColumns }: ReportSide): string {
  return `- ${label}: ${plain(current.name)} (${formatCount(current.numberOfRows)} rows) against ${plain(reference.name)}: ${numberOfDriftedColumns} of ${numberOfColumns} columns drifted`;
}

/** What changed between two reports as Markdown, for a ticket or a pull request. */
export function changesMarkdown(changes: ReportChanges): string {
  const { icon, word } = changesVerdict(changes);
  const columns = changes.columns
    .filter(({ change }) => change !== 'same')
    .map((column) => {
      const verdict = changeVerdict(column.change);
      const cells = [stateMethod(column), stateText(column.before), stateText(column.after), missingText(column)];
      return `| ${verdict.icon} ${verdict.word} | ${plain(column.column)} | ${cells.map(plain).join(' | ')} |`;
    });
  const metrics = changes.metrics.map(
    (row) =>
      `| ${metricName(row.metric).short} | ${changedMetricText(row, 'before')} | ${changedMetricText(row, 'after')} | ${row.is ?? ''} |`,
  );
  const findings = (['appeared', 'gone'] as const).flatMap((which) =>
    changes.findings[which].map(
      ({ column, sentence }) =>
        `- ${which === 'appeared' ? 'new' : 'gone'}: ${column === null ? '' : `**${plain(column)}** `}${plain(sentence)}`,
    ),
  );
  return [
    `# ${icon} ${word}`,
    '',
    sideLine('before', changes.before),
    sideLine('after', changes.after),
    ...changesCautions(changes).map((sentence) => `- ${plain(sentence)}`),
    ...(columns.length === 0
      ? []
      : ['', '| change | column | method | before | after | missing |', '| --- | --- | --- | ---: | ---: | ---: |', ...columns]),
    ...(metrics.length === 0 ? [] : ['', '| metric, current data | before | after | |', '| --- | ---: | ---: | --- |', ...metrics]),
    ...(findings.length === 0 ? [] : ['', ...findings]),
    '',
  ].join('\n');
}
