import { describeErrorByFeature, sizeText, whereWorst } from '#shared/text/describeErrorByFeature.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { displayWidth, withoutControls } from '../displayWidth.ts';
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
    const head = ['feature', 'unevenness', 'where it rose most'];
    const widths = [0, 1].map((i) => Math.max(...[head, ...rows].map((row) => displayWidth(row[i] ?? ''))));
    const space = (text: string, i: number): string => ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
    const line = ([name = '', number = '', where = '']: readonly string[]): string =>
      `${name}${space(name, 0)}  ${space(number, 1)}${number}  ${where}`.trimEnd();
    const table = rows.length === 0 ? [] : ['', paint(line(head), 'quiet'), ...rows.map(line)];
    return [paint('Error by feature', 'strong'), withoutControls(describeErrorByFeature(result)), ...table];
  },
};
