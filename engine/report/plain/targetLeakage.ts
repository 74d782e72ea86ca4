import { describeLeakage, hintWords, isTellingPowerChange, powerChangeText, powerText } from '#shared/text/describeLeakage.ts';
import { line, tableIfAny, type PlainColumn, type PlainSection } from '../plainSection.ts';

const columns: readonly PlainColumn[] = [
  { head: 'feature', align: 'left', most: 40 },
  { head: 'reference', align: 'right' },
  { head: 'current', align: 'right' },
  { head: 'change', align: 'right' },
  { head: '', align: 'left' },
];

/** How well each single feature predicts the target, the strongest first. */
export const plainTargetLeakage: PlainSection = {
  id: 'target-leakage',
  tell: ({ report: { targetLeakage: section }, about }) => {
    if (section === null) return null;
    const { features } = section;
    const rows = features.map((feature) => [
      feature.column,
      about + powerText(feature, 'reference'),
      about + powerText(feature, 'current'),
      powerChangeText(feature),
      hintWords[feature.hint],
    ]);
    const isLoud = (row: number, column: number): boolean =>
      column === 4 || (column === 3 && features[row] !== undefined && isTellingPowerChange(features[row]));
    const table = tableIfAny({
      columns,
      rows,
      rowsAre: 'features',
      shade: (row, column) => (isLoud(row, column) ? 'attention' : null),
      inTerminal: { rows: 10 },
    });
    return {
      note: { text: `how well each feature alone predicts ${section.target}`, shade: 'quiet' },
      blocks: [line(describeLeakage(section)), ...table],
    };
  },
};
