import type { ColumnReport, DriftReport, NotTestedReason } from '../domain/report.ts';

/** The four tones of the product. Each is shown as icon, word and colour together. */
export type Tone = 'good' | 'attention' | 'broken' | 'unknown';

export interface Verdict {
  readonly tone: Tone;
  readonly icon: string;
  readonly word: string;
}

export const toneIcons: Readonly<Record<Tone, string>> = { good: '✓', attention: '◆', broken: '▲', unknown: '○' };

const notTestedWords: Readonly<Record<NotTestedReason, string>> = {
  'only-in-reference': 'only in reference',
  'only-in-current': 'only in current',
  'kinds-differ': 'kinds differ',
  'kind-has-no-method': 'not tested',
  'role-has-no-method': 'not tested',
  'too-few-values': 'too few values',
  'no-valid-values': 'no values',
  'type-not-analysed': 'not analysed',
  'no-number': 'no number',
  refused: 'refused',
  failed: 'failed',
};

const notTestedTones: Readonly<Record<NotTestedReason, Tone>> = {
  'only-in-reference': 'attention',
  'only-in-current': 'attention',
  'kinds-differ': 'attention',
  'kind-has-no-method': 'unknown',
  'role-has-no-method': 'unknown',
  'too-few-values': 'unknown',
  'no-valid-values': 'unknown',
  'type-not-analysed': 'unknown',
  'no-number': 'unknown',
  refused: 'attention',
  failed: 'broken',
};

function verdict(tone: Tone, word: string): Verdict {
  return { tone, icon: toneIcons[tone], word };
}

/** What a column is called in the table. A stability index in its moderate band is no drift, but worth a look. */
export function columnVerdict(column: ColumnReport): Verdict {
  if (column.status === 'not-tested') {
    const { reason } = column.notTested;
    return verdict(notTestedTones[reason], notTestedWords[reason]);
  }
  if (column.drifted) return verdict('broken', 'drifted');
  return column.band === 'moderate' ? verdict('attention', 'moderate') : verdict('good', 'no drift');
}

/** What the data set is called in the head of the report. */
export function datasetVerdict(report: {
  readonly dataDrift: Pick<DriftReport['dataDrift'], 'numberOfColumns' | 'numberOfDriftedColumns' | 'datasetDrift'>;
}): Verdict {
  const { numberOfColumns, numberOfDriftedColumns, datasetDrift } = report.dataDrift;
  if (numberOfColumns === 0) return verdict('unknown', 'No column could be tested');
  const noun = numberOfColumns === 1 ? 'column' : 'columns';
  const word = `${numberOfDriftedColumns} of ${numberOfColumns} ${noun} drifted`;
  if (datasetDrift) return verdict('broken', word);
  return verdict(numberOfDriftedColumns > 0 ? 'attention' : 'good', word);
}

/** The columns a person should look at although they did not drift: findings, missing sides, moderate bands. */
export function columnsNeedingAttention(report: DriftReport): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { column, severity } of report.findings) if (column !== null && severity !== 'note') names.add(column);
  for (const column of report.dataDrift.columns) {
    const { tone } = columnVerdict(column);
    if (tone === 'attention' || (tone === 'broken' && column.status === 'not-tested')) names.add(column.column);
  }
  return names;
}
