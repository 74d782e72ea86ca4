import { conflictLines } from '#shared/text/conflictLines.ts';
import { describeConflicts } from '#shared/text/describeQuality.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { ReportSection } from '../section.ts';
import { markup } from '../markup.ts';

const shownFeatures = 12;

/** Rows that agree in every feature and not in the target. */
export const conflictingTargetsSection: ReportSection = {
  id: 'conflicting-targets',
  title: 'Conflicting targets',
  section: 'conflicting-targets',
  render: ({ report: { conflictingTargets } }) => {
    if (conflictingTargets === null) return null;
    const { side, lines } = conflictLines(conflictingTargets);
    const sentence = markup`<p>${describeConflicts(conflictingTargets)}</p>`;
    if (lines.length === 0) return sentence;
    const rows = lines.map(({ features, rows: count, targets }) => {
      const named = features
        .slice(0, shownFeatures)
        .map(([name, value], i) => markup`${i === 0 ? '' : ', '}<bdi>${name}</bdi> <b><bdi>${value}</bdi></b>`);
      const more = features.length > shownFeatures ? ` and ${formatCount(features.length - shownFeatures)} more` : '';
      return markup`<tr><td class="wrap">${named}${more}</td><td class="number">${count}</td><td><bdi>${targets}</bdi></td></tr>`;
    });
    const patterns = conflictingTargets[side]?.patterns ?? 0;
    return markup`${sentence}<div class="scroll"><table class="small"><caption>The most frequent of ${formatCount(patterns)} ${patterns === 1 ? 'pattern' : 'patterns'} of features, ${side}</caption><thead><tr><th scope="col">features</th><th scope="col" class="number">rows</th><th scope="col">${conflictingTargets.target} × rows</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  },
};
