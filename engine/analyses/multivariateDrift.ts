import type { Finding } from '#shared/domain/report.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import {
  classifierSampleText,
  describeClassifier,
  describeReconstruction,
  isMultivariateDrift,
  multivariateHeadline,
} from '#shared/text/describeMultivariate.ts';
import { measureMultivariateDrift } from '../multivariate/measureMultivariateDrift.ts';
import { defineAnalysis, nothingToAnalyse } from './defineAnalysis.ts';

function findingsOf(found: MultivariateDrift): Finding[] {
  const { reconstruction, classifier } = found;
  const because = [
    reconstruction?.drifted === true ? describeReconstruction(reconstruction) : null,
    classifier?.drifted === true ? describeClassifier(classifier) : null,
  ];
  const sentence = [multivariateHeadline(found), ...because.filter((each) => each !== null)].join(' ');
  const drift: Finding[] = isMultivariateDrift(found)
    ? [{ severity: 'attention', code: 'multivariate-drift', column: null, sentence }]
    : [];
  const sampled =
    classifier !== null && (classifier.rows.reference < classifier.of.reference || classifier.rows.current < classifier.of.current);
  const sample: Finding[] = sampled
    ? [{ severity: 'note', code: 'sampled', column: null, sentence: classifierSampleText(classifier) }]
    : [];
  return [...drift, ...sample];
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
