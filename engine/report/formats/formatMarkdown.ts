import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection, sections } from '#shared/domain/sections.ts';
import { compatLine } from '#shared/text/compatText.ts';
import { modelSentence } from '#shared/text/describeReportModel.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { datasetVerdict } from '#shared/text/verdict.ts';
import { sectionMarkdownTable } from '../markdownTable.ts';
import { plainMarkdown as plain, plainMarkdownLine } from '../plainMarkdown.ts';
import type { Piece, PlainBlock, PlainContext, PlainSection } from '../plainSection.ts';
import { plainSections } from '../plainSections.ts';

const mostRows = 30;
const mostFindings = 30;
/** What GitHub takes as one comment is 65,536 characters. */
const mostCharacters = 60_000;

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
  ];
}

function findings(report: DriftReport): string[] {
  const named = report.findings.map(({ column, sentence }) => `- ${column === null ? '' : `**${plain(column)}** `}${plain(sentence)}`);
  if (named.length === 0) return [];
  const rest = named.length - mostFindings;
  const more = rest > 0 ? ['', `… and ${formatCount(rest)} more findings`] : [];
  return ['## Look at these first', '', ...named.slice(0, mostFindings), ...more];
}

/** Pieces in one line; what is coloured elsewhere is bold. */
function markdownLine(given: readonly Piece[]): string {
  return given
    .map(({ text, shade }, i) => {
      const shown = i === 0 ? plainMarkdownLine(text) : plain(text);
      return shade === undefined || shade === 'quiet' || shown.trim() === '' ? shown : `**${shown.trim()}**`;
    })
    .join('');
}

function blockLines(block: PlainBlock): string[] {
  if (block.kind === 'gap') return [];
  if (block.kind === 'table') return ['', ...sectionMarkdownTable(block, mostRows)];
  return ['', block.kind === 'heading' ? `### ${plain(block.text)}` : markdownLine(block.pieces)];
}

function sectionLines(section: PlainSection, context: PlainContext): string[] {
  const told = section.tell(context);
  if (told === null) return [];
  const note = told.note === undefined ? [] : ['', markdownLine([told.note])];
  return [`## ${sections.get(section.id)!.label}`, ...note, ...told.blocks.flatMap(blockLines)];
}

/** The parts that fit together, and the names of the sections that do not. */
function fitting(first: readonly string[], parts: readonly { readonly label: string; readonly text: string }[]): string[] {
  const kept = [...first];
  const leftOut: string[] = [];
  let length = kept.join('').length;
  for (const { label, text } of parts) {
    if (length + text.length > mostCharacters) leftOut.push(label);
    else {
      kept.push(text);
      length += text.length;
    }
  }
  const told = `Left out here for their length: ${leftOut.join(', ')}. The report as HTML has them.`;
  return leftOut.length === 0 ? kept : [...kept, told];
}

/**
 * The report as Markdown, for a ticket or a pull request: the verdict, what to look at first, then every section with
 * its tables. Short enough for one comment: long tables say how many rows more there are, and sections that no longer
 * fit are named.
 */
export function formatMarkdown(report: DriftReport): string {
  const context = { report, about: report.exact ? '' : '≈ ' };
  const parts = plainSections.all
    .filter(({ id }) => hasSection(report.settings, id))
    .map((section) => ({ label: sections.get(section.id)!.label, text: sectionLines(section, context).join('\n') }))
    .filter(({ text }) => text !== '');
  const first = [head(report), findings(report)].map((lines) => lines.join('\n')).filter((text) => text !== '');
  return `${fitting(first, parts).join('\n\n')}\n`;
}
