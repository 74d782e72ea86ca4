import type { Finding } from '#shared/domain/report.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { classifierSampleText, isMultivariateDrift, multivariateFinding } from '#shared/text/describeMultivariate.ts';
import { measureMultivariateDrift } from '../multivariate/measureMultivariateDrift.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

const finding = (severity: Finding['severity'], code: Finding['code'], sentence: string): Finding => ({
  severity,
  code,
  column: null,
  sentence,
});

function findingsOf(found: MultivariateDrift): Finding[] {
  const { classifier } = found;
  const all =
    classifier === null || (classifier.rows.reference === classifier.of.reference && classifier.rows.current === classifier.of.current);
  return [
    ...(isMultivariateDrift(found) ? [finding('attention', 'multivariate-drift', multivariateFinding(found))] : []),
    ...(all ? [] : [finding('note', 'sampled', classifierSampleText(classifier))]),
  ];
}

export const multivariateDriftAnalysis = defineAnalysis({
  id: 'multivariate-drift',
  key: 'multivariateDrift',
  doing: 'Looking at the columns together',
  measure: async (work) => {
    const found = await measureMultivariateDrift(work);
    if (typeof found === 'string') return nothingToAnalyse(work, `The drift of the columns together was asked for, but ${found}`);
    return { value: found, findings: findingsOf(found) };
  },
});
