import type { RankingSection } from '#shared/domain/ranking.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { measureRanking } from '../ranking/measureRanking.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

function sideFindings(section: RankingSection, side: 'reference' | 'current'): Finding[] {
  const [rows, groups] = [section.rows[side], section.groups[side]];
  const said: [Finding['code'], number, string][] = [
    [
      'ranking-rows-left-out',
      rows?.leftOut ?? 0,
      'rows are left out of the ranking: group, target or prediction is missing or not finite.',
    ],
    [
      'ranking-groups-left-out',
      groups?.withoutRelevant ?? 0,
      section.settings.withoutRelevant === 'zero'
        ? 'groups have no relevant item and count as 0.'
        : 'groups have no relevant item and are left out of the means.',
    ],
    ['ranking-ties', groups?.tied ?? 0, 'groups have scores that tie in the first places; the mean over all orders of these is taken.'],
  ];
  return said.flatMap(([code, count, what]) => {
    const all = code === 'ranking-rows-left-out' ? (rows?.rows ?? 0) : (groups?.groups ?? 0);
    const sentence = `${formatCount(count)} of ${formatCount(all)} ${side} ${what}`;
    return count === 0 ? [] : [{ severity: 'note', code, column: null, sentence }];
  });
}

export const rankingAnalysis = defineAnalysis({
  id: 'ranking',
  key: 'ranking',
  doing: 'Measuring rankings',
  measure: async (work) => {
    const { roles, ranking } = work.settings;
    if (ranking.group === null || roles.target === null || roles.prediction === null) {
      const missing = [
        ranking.group === null ? 'the column of the users or queries (--ranking-group)' : '',
        roles.target === null ? 'that of the relevance (--target)' : '',
        roles.prediction === null ? 'that of the score (--prediction)' : '',
      ].filter((part) => part !== '');
      return nothingToAnalyse(work, `Ranking was asked for; name ${missing.join(' and ')}.`);
    }
    const measured = await measureRanking(work);
    if (typeof measured === 'string') {
      const sentence = `Rankings were not measured: ${measured}`;
      return { value: null, findings: [{ severity: 'attention', code: 'ranking-not-measured', column: null, sentence }] };
    }
    return { value: measured, findings: [...sideFindings(measured, 'reference'), ...sideFindings(measured, 'current')] };
  },
});
