import type { TextColumn } from '#shared/domain/text.ts';
import {
  descriptorNames,
  descriptorScore,
  descriptorText,
  descriptorVerdict,
  describeTextDrift,
  describeWords,
  textVerdict,
} from '#shared/text/describeText.ts';
import { displayWidth, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const gap = '  ';
const firstWidth = Math.max(...Object.values(descriptorNames).map((name) => name.length));

function columnLines(text: TextColumn, about: string, paint: Paint): string[] {
  const verdict = textVerdict(text);
  const rows = text.descriptors.map((each) => {
    const { icon, word, tone } = descriptorVerdict(each);
    const cells = [about + descriptorText(each, each.reference), about + descriptorText(each, each.current), ...descriptorScore(each)];
    return { name: descriptorNames[each.descriptor], cells, verdict: paint(`${icon} ${word}`, tone) };
  });
  const head = ['reference', 'current', 'score', 'threshold'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(({ cells }) => displayWidth(cells[i] ?? ''))));
  const padded = (cells: readonly string[]): string =>
    cells.map((cell, i) => ' '.repeat((widths[i] ?? 0) - displayWidth(cell)) + cell).join(gap);
  const words = describeWords(text);
  return [
    '',
    `${paint(`${verdict.icon} ${withoutControls(text.column)}`, verdict.tone)}${gap}${withoutControls(text.sentence)}`,
    ...(words === '' ? [] : [withoutControls(words)]),
    paint(`${'mean of'.padEnd(firstWidth)}${gap}${padded(head)}`, 'quiet'),
    ...rows.map((row) => `${row.name.padEnd(firstWidth)}${gap}${padded(row.cells)}${gap}${row.verdict}`),
  ];
}

/** What changed in columns of free text. */
export const terminalTextDrift: TerminalSection = {
  id: 'text-drift',
  lines: ({ report: { textDrift }, about, paint }) =>
    textDrift === null
      ? []
      : [
          `${paint('Text drift', 'strong')}${gap}${describeTextDrift(textDrift)}`,
          ...textDrift.columns.flatMap((text) => columnLines(text, about, paint)),
        ],
};
