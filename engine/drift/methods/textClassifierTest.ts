import { asText } from '../asText.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const textClassifierTest = defineDriftMethod({
  id: 'text-classifier-test',
  label: 'Text classifier test',
  aliases: ['perc_text_content_drift', 'Percentile text content drift'],
  appliesTo: ['text'],
  verdict: { on: 'pValue', driftedWhen: 'below', threshold: 0.05 },
  summary: 'Tests whether a classifier of words can tell the two sides apart; of at most 10,000 texts a side.',
  bins: null,
  mostValues: 10_000,
  scaling: null,
  compute: (evidence) => {
    const { auc, pValue } = asText(evidence).content;
    return { statistic: auc, pValue };
  },
});
