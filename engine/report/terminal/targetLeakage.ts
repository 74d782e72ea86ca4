import type { TargetLeakageSection } from '#shared/domain/leakage.ts';
import { describeLeakage, hintWords, isTellingPowerChange, powerChangeText, powerText } from '#shared/text/describeLeakage.ts';
import { alignedTable, type AlignedColumn } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const shownFeatures = 10;

const columns: readonly AlignedColumn[] = [
  { head: 'feature', align: 'left', most: 40 },
  { head: 'reference', align: 'right' },
  { head: 'current', align: 'right' },
  { head: 'change', align: 'right' },
  { head: '', align: 'left' },
];

function lines(section: TargetLeakageSection, about: string, paint: Paint): string[] {
  const shown = section.features.slice(0, shownFeatures);
  const cells = shown.map((feature) => [
    feature.column,
    about + powerText(feature, 'reference'),
    about + powerText(feature, 'current'),
    powerChangeText(feature),
    hintWords[feature.hint],
  ]);
  const loud = (row: number, column: number): boolean =>
    column === 4 || (column === 3 && shown[row] !== undefined && isTellingPowerChange(shown[row]));
  const table = alignedTable(columns, cells, paint, (text, row, column) => (loud(row, column) ? paint(text, 'attention') : text));
  return [
    `${paint('Target leakage', 'strong')}  ${paint(`how well each feature alone predicts ${withoutControls(section.target)}`, 'quiet')}`,
    withoutControls(describeLeakage(section)),
    ...(cells.length === 0 ? [] : ['', ...table]),
  ];
}

/** How well each single feature predicts the target, the strongest first. */
export const terminalTargetLeakage: TerminalSection = {
  id: 'target-leakage',
  lines: ({ report: { targetLeakage }, about, paint }) => (targetLeakage === null ? [] : lines(targetLeakage, about, paint)),
};
