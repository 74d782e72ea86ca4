import { describeMultivariate, isMultivariateDrift } from '#shared/text/describeMultivariate.ts';
import { toneIcons } from '#shared/text/verdict.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { multivariateHeads, multivariateRows } from '#shared/text/multivariateRows.ts';
import { displayWidth, fitted, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const gap = '  ';
const mostRows = 10;
const nameAtMost = 32;

function tableLines(found: MultivariateDrift, paint: Paint): string[] {
  const all = multivariateRows(found);
  const rows = all
    .slice(0, mostRows)
    .map((row) => [fitted(withoutControls(row.column), nameAtMost).trimEnd(), ...multivariateHeads.map(({ key }) => row[key])]);
  const head = ['column', ...multivariateHeads.map(({ label }) => label)];
  const widths = head.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, i) => {
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
        return i === 0 ? text + space : space + text;
      })
      .join(gap)
      .trimEnd();
  const more = all.length > mostRows ? [paint(`… and ${formatCount(all.length - mostRows)} more columns`, 'quiet')] : [];
  return [paint(line(head), 'quiet'), ...rows.map(line), ...more];
}

/** Whether the columns together are as in the reference, and which of them moved. */
export const terminalMultivariateDrift: TerminalSection = {
  id: 'multivariate-drift',
  lines: ({ report: { multivariateDrift: found }, paint }) => {
    if (found === null) return [];
    const { headline, lines, notes } = describeMultivariate(found);
    const tone = isMultivariateDrift(found) ? 'broken' : 'good';
    return [
      `${paint('Drift of the columns together', 'strong')}  ${paint(`${toneIcons[tone]} ${headline}`, tone)}`,
      ...lines.map(withoutControls),
      '',
      ...tableLines(found, paint),
      ...notes.map((note) => paint(withoutControls(note), 'quiet')),
    ];
  },
};
