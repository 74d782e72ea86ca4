import { describeErrorByFeature, sizeText, whereWorst } from '#shared/text/describeErrorByFeature.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { columnsFor, line, tableIfAny, type PlainSection } from '../plainSection.ts';

const widestName = 28;

/** Where errors changed, a row for each feature, those where they did most first. */
export const plainErrorByFeature: PlainSection = {
  id: 'error-by-feature',
  tell: ({ report: { errorByFeature: result }, about }) => {
    if (result === null) return null;
    const rows = result.features
      .filter(({ unevenness }) => unevenness !== null)
      .map((feature) => [
        middleEllipsis(feature.feature, widestName),
        about + sizeText(result, feature.unevenness),
        whereWorst(result, feature),
      ]);
    const columns = columnsFor(['feature', 'unevenness', 'where it rose most'], { left: [2], most: 400 });
    const table = tableIfAny({ columns, rows, rowsAre: 'features', inTerminal: { rows: 10 } });
    return { blocks: [line(describeErrorByFeature(result)), ...table] };
  },
};
