import { z } from 'zod';
import type { ClassificationPerformance, ClassSide } from '#shared/domain/performance.ts';
import { defineDatasetCheck, type DatasetFacts } from '../defineCheck.ts';
import { metricWords, notMeasured, notMuchWorse, whyAbsent } from '../performanceFacts.ts';

const fields = {
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  'roc-auc': 'rocAuc',
  'average-precision': 'averagePrecision',
} as const;
type MetricId = keyof typeof fields;
const room = 0.2;

function sectionOf({ report }: DatasetFacts): ClassificationPerformance | null {
  return report.performance?.task === 'classification' ? report.performance : null;
}

const metricOf = ({ params }: DatasetFacts): MetricId => (Object.keys(fields) as MetricId[]).find((id) => id === params['metric']) ?? 'f1';

const numberOf = (side: ClassSide | null, facts: DatasetFacts): number | null => side?.[fields[metricOf(facts)]] ?? null;

/** The class that was named, or else the one that fares worst. */
function chosenClass(section: ClassificationPerformance, facts: DatasetFacts): ClassificationPerformance['classes'][number] | undefined {
  const named = facts.params['class'] ?? '';
  if (named !== '') return section.classes.find(({ label }) => label === named);
  const known = section.classes.filter(({ current }) => numberOf(current, facts) !== null);
  return known.toSorted((a, b) => numberOf(a.current, facts)! - numberOf(b.current, facts)!)[0];
}

/** Precision, recall or another metric of one class. */
export const classMetric = defineDatasetCheck({
  id: 'class-metric',
  label: 'Metric of a class',
  group: 'performance',
  form: 'number',
  needs: 'performance',
  params: z.strictObject({
    metric: z.enum(Object.keys(fields)).default('f1'),
    class: z.union([z.string(), z.number()]).default('').transform(String).describe('Empty: the class that fares worst.'),
  }),
  noun: (facts) => {
    const named = facts.params['class'] ?? '';
    return `The ${metricWords(metricOf(facts))} of ${named === '' ? 'the worst class' : `the class ${String(named)}`}`;
  },
  measure: (facts) => {
    const section = sectionOf(facts);
    const nothing = { value: null, referenceValue: null, reason: 'not-tested' } as const;
    if (section === null)
      return { ...nothing, why: facts.report.performance === null ? notMeasured : 'the model predicts numbers, not classes.' };
    const found = chosenClass(section, facts);
    if (found === undefined) return { ...nothing, why: `there is no such class; there are ${section.labels.slice(0, 10).join(', ')}.` };
    const reason = found.current?.reasons[fields[metricOf(facts)]] ?? found.reference?.reasons[fields[metricOf(facts)]];
    return {
      value: numberOf(found.current, facts),
      referenceValue: numberOf(found.reference, facts),
      ...(reason && { reason }),
      why: whyAbsent(reason),
      ...(facts.params['class'] === '' && { detail: found.label }),
    };
  },
  automatic: (reference) => (reference === null ? null : notMuchWorse('higher', reference, room)),
  byDefault: 'at least the reference’s, − 20 %',
});
