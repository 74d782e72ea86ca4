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
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const gap = '  ';

function columnLines(text: TextColumn, about: string, paint: Paint): string[] {
  const verdict = textVerdict(text);
  const rows = text.descriptors.map((each) => {
    const { icon, word } = descriptorVerdict(each);
    const sides = [about + descriptorText(each, each.reference), about + descriptorText(each, each.current)];
    return [descriptorNames[each.descriptor], ...sides, ...descriptorScore(each), `${icon} ${word}`];
  });
  const columns = columnsFor(['mean of', 'reference', 'current', 'score', 'threshold', ''], { left: [5] });
  const colour = (cell: string, row: number, column: number): string =>
    column === 5 ? paint(cell, descriptorVerdict(text.descriptors[row]!).tone) : cell;
  const words = describeWords(text);
  return [
    '',
    `${paint(`${verdict.icon} ${withoutControls(text.column)}`, verdict.tone)}${gap}${withoutControls(text.sentence)}`,
    ...(words === '' ? [] : [withoutControls(words)]),
    ...alignedTable(columns, rows, paint, colour),
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
