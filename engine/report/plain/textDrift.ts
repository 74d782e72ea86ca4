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
import { columnsFor, gap, line, pieces, type PlainBlock, type PlainSection } from '../plainSection.ts';

function columnBlocks(text: TextColumn, about: string): PlainBlock[] {
  const verdict = textVerdict(text);
  const rows = text.descriptors.map((each) => {
    const { icon, word } = descriptorVerdict(each);
    const sides = [about + descriptorText(each, each.reference), about + descriptorText(each, each.current)];
    return [descriptorNames[each.descriptor], ...sides, ...descriptorScore(each), `${icon} ${word}`];
  });
  const columns = columnsFor(['mean of', 'reference', 'current', 'score', 'threshold', ''], { left: [5] });
  const words = describeWords(text);
  return [
    gap,
    pieces({ text: `${verdict.icon} ${text.column}`, shade: verdict.tone }, { text: `  ${text.sentence}` }),
    ...(words === '' ? [] : [line(words)]),
    {
      kind: 'table',
      columns,
      rows,
      rowsAre: 'lines',
      shade: (row, column) => (column === 5 ? descriptorVerdict(text.descriptors[row]!).tone : null),
    },
  ];
}

/** What changed in columns of free text. */
export const plainTextDrift: PlainSection = {
  id: 'text-drift',
  tell: ({ report: { textDrift }, about }) =>
    textDrift === null
      ? null
      : { note: { text: describeTextDrift(textDrift) }, blocks: textDrift.columns.flatMap((text) => columnBlocks(text, about)) },
};
