import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection } from '#shared/domain/sections.ts';
import { compatLine } from '#shared/text/compatText.ts';
import { modelSentence } from '#shared/text/describeReportModel.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { datasetVerdict, toneIcons, type Tone } from '#shared/text/verdict.ts';
import { withoutControls } from './displayWidth.ts';
import type { Paint } from './plainSection.ts';
import { plainSections } from './plainSections.ts';
import { terminalLines } from './terminalLines.ts';

/** How the terminal wants the table. */
export interface TableOptions {
  readonly width?: number;
  readonly paint?: Paint;
}

function headLines(report: DriftReport, paint: Paint): string[] {
  const { reference, current, dataDrift, exact, settings, model } = report;
  const { tone, icon, word } = datasetVerdict(report);
  const share = dataDrift.shareOfDriftedColumns;
  const rows = formatCount(reference.numberOfRows + current.numberOfRows);
  const basis = exact ? `exact on ${rows} rows` : `≈ estimated from about ${formatCount(settings.sample?.rows ?? 0)} of ${rows} rows`;
  const compat = compatLine(settings.compat);
  const limit = `limit ${formatShare(dataDrift.driftShare)}`;
  const judged =
    share === null ? limit : `data set ${dataDrift.datasetDrift ? 'drifted' : 'did not drift'}: ${formatShare(share)}, ${limit}`;
  return [
    `${paint(`${icon} ${word}`, tone)}  ${paint(`${judged} · ${basis}`, 'quiet')}`,
    ...(compat === null ? [] : [paint(compat, 'attention')]),
    `reference  ${withoutControls(reference.name)} (${formatCount(reference.numberOfRows)} rows)`,
    `current    ${withoutControls(current.name)} (${formatCount(current.numberOfRows)} rows)`,
    ...(model === null ? [] : [`model      ${withoutControls(modelSentence(model))}`]),
  ];
}

const severities: Readonly<Record<DriftReport['findings'][number]['severity'], Tone>> = {
  broken: 'broken',
  attention: 'attention',
  note: 'unknown',
};

function findingLines(report: DriftReport, paint: Paint): string[] {
  return (['broken', 'attention', 'note'] as const).flatMap((severity) =>
    report.findings
      .filter((finding) => finding.severity === severity)
      .map(({ column, sentence }) => {
        const tone = severities[severity];
        return `${paint(toneIcons[tone], tone)} ${column === null ? '' : `${withoutControls(column)}: `}${withoutControls(sentence)}`;
      }),
  );
}

/** A report as lines of plain text for the terminal: head, table (worst first), other sections, findings. No final line break. */
export function reportTable(report: DriftReport, options: TableOptions = {}): string {
  const { width = 100, paint = (text: string): string => text } = options;
  const context = { report, about: report.exact ? '' : '≈ ' };
  const parts = plainSections.all.map((section) =>
    hasSection(report.settings, section.id) ? terminalLines(section, context, width, paint) : [],
  );
  return [headLines(report, paint), ...parts, findingLines(report, paint)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
