import { describeMultivariate, isMultivariateDrift } from '#shared/text/describeMultivariate.ts';
import { toneIcons } from '#shared/text/verdict.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { multivariateHeads, multivariateRows } from '#shared/text/multivariateRows.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { fitted, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const mostRows = 10;
const nameAtMost = 32;

function tableLines(found: MultivariateDrift, paint: Paint): string[] {
  const all = multivariateRows(found);
  const rows = all
    .slice(0, mostRows)
    .map((row) => [fitted(withoutControls(row.column), nameAtMost).trimEnd(), ...multivariateHeads.map(({ key }) => row[key])]);
  const columns = columnsFor(['column', ...multivariateHeads.map(({ label }) => label)]);
  const more = all.length > mostRows ? [paint(`… and ${formatCount(all.length - mostRows)} more columns`, 'quiet')] : [];
  return [...alignedTable(columns, rows, paint), ...more];
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
