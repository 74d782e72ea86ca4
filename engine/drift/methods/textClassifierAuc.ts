import { asText } from '../asText.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';

export const textClassifierAuc = defineDriftMethod({
  id: 'text-classifier-auc',
  label: 'Text classifier AUC',
  aliases: ['abs_text_content_drift', 'Absolute text content drift'],
  appliesTo: ['text'],
  verdict: { on: 'statistic', driftedWhen: 'above', threshold: 0.55 },
  summary: 'How well a classifier of words tells the two sides apart, 0.5 not at all, 1 always; of at most 10,000 texts a side.',
  bins: null,
  mostValues: 10_000,
  scaling: null,
  compute: (evidence) => {
    const { auc, pValue } = asText(evidence).content;
    return { statistic: auc, pValue };
  },
});
