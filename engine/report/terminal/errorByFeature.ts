import { describeErrorByFeature, sizeText, whereWorst } from '#shared/text/describeErrorByFeature.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

const listed = 10;
const widestName = 28;

/** Where errors changed, a line for each of the features where they did most. */
export const terminalErrorByFeature: TerminalSection = {
  id: 'error-by-feature',
  lines: ({ report: { errorByFeature: result }, about, paint }) => {
    if (result === null) return [];
    const shown = result.features.filter(({ unevenness }) => unevenness !== null).slice(0, listed);
    const rows = shown.map((feature) => [
      withoutControls(middleEllipsis(feature.feature, widestName)),
      about + sizeText(result, feature.unevenness),
      withoutControls(whereWorst(result, feature)),
    ]);
    const columns = columnsFor(['feature', 'unevenness', 'where it rose most'], { left: [2], most: 400 });
    const table = rows.length === 0 ? [] : ['', ...alignedTable(columns, rows, paint)];
    return [paint('Error by feature', 'strong'), withoutControls(describeErrorByFeature(result)), ...table];
  },
};
