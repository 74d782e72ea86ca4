import { sensitivityStrip, type SensitivityStrip } from '#shared/charts/sensitivityStrip.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { markup, type Markup } from './markup.ts';

function stripOf({ cells, here }: SensitivityStrip): Markup {
  const list = cells.map(
    ({ rows, score, drifted, explains }) =>
      markup`<li${drifted ? markup` class="drifted"` : null} title="${explains}"><b>${rows}</b>${score}</li>`,
  );
  // The page's policy takes no style attribute, so that the mark is drawn.
  const mark = markup`<svg viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true"><rect x="${(10 * here - 2.5).toFixed(1)}" width="5" height="1"/></svg>`;
  return markup`<div class="strip"><ol>${list}</ol>${mark}</div>`;
}

/** How the verdict hangs on the number of rows: a strip from few to many, and what it means in a sentence. */
export function sensitivityBlock(column: ColumnReport): Markup | null {
  if (column.status === 'not-tested' || column.sensitivity === null) return null;
  const strip = sensitivityStrip(column);
  return markup`<div class="size"><h4>With other numbers of rows a side</h4>${strip === null ? null : stripOf(strip)}<p>${column.sensitivity.sentence}</p></div>`;
}
