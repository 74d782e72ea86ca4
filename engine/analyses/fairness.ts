import type { FairnessSection, SensitiveColumn } from '#shared/domain/fairness.ts';
import type { Finding } from '#shared/domain/report.ts';
import { comparedGroups, smallGroupsSentence, fourFifthsSentence } from '#shared/text/describeFairness.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { measureFairness } from '../fairness/measureFairness.ts';
import { namesPredictions } from '../performance/roleSides.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

function leftOut({ column, rows }: SensitiveColumn, weighted: boolean): Finding[] {
  const what = weighted ? 'group, target, prediction or weight is missing, or the weight is 0.' : 'group, target or prediction is missing.';
  return (['reference', 'current'] as const).flatMap((side) => {
    const { leftOut: count = 0, rows: all = 0 } = rows[side] ?? {};
    const sentence = `${formatCount(count)} of ${formatCount(all)} ${side} rows are left out of fairness: ${what}`;
    return count === 0 ? [] : [{ severity: 'note', code: 'fairness-rows-left-out', column, sentence }];
  });
}

function columnFindings(found: SensitiveColumn, section: FairnessSection, weighted: boolean): Finding[] {
  const together = found.groupedBy === 'columns';
  const column = together ? null : found.column;
  const apart = fourFifthsSentence(found, section);
  const small = smallGroupsSentence(found);
  return [
    ...(apart === null ? [] : [{ severity: 'attention', code: 'fairness-four-fifths', column, sentence: apart } as const]),
    ...(small === null ? [] : [{ severity: 'note', code: 'fairness-small-group', column, sentence: small } as const]),
    ...(together ? [] : leftOut(found, weighted)),
  ];
}

export const fairnessAnalysis = defineAnalysis({
  id: 'fairness',
  key: 'fairness',
  doing: 'Comparing groups of people',
  measure: async (work) => {
    const { roles, fairness } = work.settings;
    if (fairness.sensitive.length === 0 || roles.target === null || !namesPredictions(work.settings)) {
      const missing = [
        fairness.sensitive.length === 0 ? 'the columns of the groups (--sensitive)' : '',
        roles.target === null ? 'that of the target (--target)' : '',
        !namesPredictions(work.settings) ? 'that of the prediction (--prediction)' : '',
      ].filter((part) => part !== '');
      return nothingToAnalyse(work, `Fairness was asked for; name ${missing.join(' and ')}.`);
    }
    const { section, obstacles } = await measureFairness(work);
    const stopped = obstacles.map(({ column, sentence }): Finding => ({
      severity: 'attention',
      code: 'fairness-not-measured',
      column,
      sentence: `Fairness was not measured: ${sentence}`,
    }));
    const found =
      section === null ? [] : comparedGroups(section).flatMap((column) => columnFindings(column, section, roles.weight !== null));
    return { value: section, findings: [...stopped, ...found] };
  },
});
