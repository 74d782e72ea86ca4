import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import { compatLine } from '#shared/text/compatText.ts';
import { formatAgainstThreshold } from '#shared/text/explainVerdict.ts';
import { modelSentence } from '#shared/text/describeReportModel.ts';
import { formatCount, formatPValue, formatShare } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { columnVerdict, datasetVerdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import { plainMarkdown as plain } from '../plainMarkdown.ts';

function row(column: ColumnReport, about: string): string {
  const { icon, word } = columnVerdict(column);
  const verdict = `${icon} ${word}`;
  if (column.status === 'not-tested') return `| ${plain(column.column)} | ${column.kind} |  |  |  | ${verdict} |`;
  const [score, threshold] = formatAgainstThreshold(column.driftScore, column.threshold);
  const shown = column.scoreIs === 'pValue' ? `p ${plain(formatPValue(column.driftScore))}` : score;
  return `| ${plain(column.column)} | ${column.kind} | ${methodName(column.method).short} | ${about}${shown} | ${threshold} | ${verdict} |`;
}

function head(report: DriftReport): string[] {
  const { reference, current, dataDrift } = report;
  const { icon, word } = datasetVerdict(report);
  const share = dataDrift.shareOfDriftedColumns;
  const compat = compatLine(report.settings.compat);
  const basis = report.exact ? 'exact on all rows' : 'estimated from a sample';
  return [
    `# ${icon} ${word}`,
    '',
    `- reference: ${plain(reference.name)}, ${formatCount(reference.numberOfRows)} rows`,
    `- current: ${plain(current.name)}, ${formatCount(current.numberOfRows)} rows`,
    `- data set: ${dataDrift.datasetDrift ? 'drifted' : 'not drifted'}${share === null ? '' : ` (${formatShare(share)} of the tested columns, limit ${formatShare(dataDrift.driftShare)})`}`,
    `- ${basis}, ${formatTime(report.createdAt)}`,
    ...(compat === null ? [] : [`- ${compat}`]),
    ...(report.model === null ? [] : [`- model: ${plain(modelSentence(report.model))}`]),
    '',
  ];
}

/** The report as a short Markdown text with its table, worst first: for a ticket or a message. */
export function formatMarkdown(report: DriftReport): string {
  const about = report.exact ? '' : '≈ ';
  const table = ['| column | kind | method | score | threshold | verdict |', '| --- | --- | --- | ---: | ---: | --- |'];
  const rows = worstFirst(report.dataDrift.columns).map((column) => row(column, about));
  const named = report.findings.map(({ column, sentence }) => `- ${column === null ? '' : `**${plain(column)}** `}${plain(sentence)}`);
  const findings = named.length === 0 ? [] : ['', '## Look at these first', '', ...named];
  return `${[...head(report), ...table, ...rows, ...findings].join('\n')}\n`;
}
