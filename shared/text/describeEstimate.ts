import type {
  ClassificationEstimate,
  EstimatedMetric,
  EstimatedPerformance,
  EstimateSide,
  RegressionEstimate,
} from '../domain/estimatedPerformance.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount, formatNumber, formatShare } from './formatNumber.ts';
import { metricName } from './metricNames.ts';

const headline = { regression: 'mae', classification: 'roc-auc' } as const;

function written(metric: string, value: number): string {
  return metricName(metric).asShare ? formatShare(value) : formatNumber(value);
}

function numberText(metric: string, side: EstimateSide, field: 'estimated' | 'realised'): string {
  const value = side[field];
  return value === null ? absenceWords[side.reasons[field] ?? 'not-for-this-kind'] : written(metric, value);
}

function bandText(metric: string, { low, high }: EstimateSide): string {
  return low === null || high === null ? '–' : `${written(metric, low)} to ${written(metric, high)}`;
}

const verdictWords = { usual: 'as usual', worse: 'worse', better: 'better', unknown: '' } as const;

export interface EstimateLine {
  readonly id: string;
  readonly label: string;
  /** What the reference realised. */
  readonly reference: string;
  readonly estimated: string;
  readonly band: string;
  /** From the labels of current; empty where there are none at all. */
  readonly realised: string;
  /** The range that chunks of the reference stay in. */
  readonly usual: string;
  readonly verdict: string;
  readonly is: EstimatedMetric['verdict'];
}

/** One metric as a line of a table. */
export function estimateLine(found: Omit<EstimatedMetric, 'chunks'>, withLabels: boolean): EstimateLine {
  const { metric, reference, current, lowerThreshold, upperThreshold, verdict } = found;
  return {
    id: metric,
    label: metricName(metric).short,
    reference: numberText(metric, reference, 'realised'),
    estimated: numberText(metric, current, 'estimated'),
    band: bandText(metric, current),
    realised: withLabels ? numberText(metric, current, 'realised') : '',
    usual:
      lowerThreshold === null || upperThreshold === null ? '–' : `${written(metric, lowerThreshold)} to ${written(metric, upperThreshold)}`,
    verdict: verdictWords[verdict],
    is: verdict,
  };
}

/** The metrics of an estimate as lines of a table. */
export function estimateLines({ metrics, rows }: EstimatedPerformance): EstimateLine[] {
  return metrics.map((found) => estimateLine(found, rows.current.labelled > 0));
}

function verdictSentence({ metrics }: EstimatedPerformance): string {
  const beyond = (is: 'worse' | 'better'): string =>
    metrics
      .filter(({ verdict }) => verdict === is)
      .map(({ metric }) => metricName(metric).short)
      .join(', ');
  const [worse, better] = [beyond('worse'), beyond('better')];
  const known = metrics.some(({ verdict }) => verdict !== 'unknown');
  if (!known) return 'The reference has too few rows to say what is usual.';
  if (worse === '' && better === '') return 'Every estimate is within what parts of the reference vary by.';
  const parts = [worse === '' ? '' : `worse than any usual part of the reference: ${worse}`, better === '' ? '' : `better: ${better}`];
  return `Beyond chance, ${parts.filter((part) => part !== '').join('; ')}.`;
}

/** Where labels of current do not bear the estimates out; the first of them with its numbers. */
function labelSentence({ metrics }: EstimatedPerformance): string {
  const apart = metrics.filter(
    ({ current: { low, high, realised } }) => realised !== null && low !== null && high !== null && (realised < low || realised > high),
  );
  const [first] = apart;
  if (first === undefined) return '';
  const others = apart.length > 1 ? `, and ${formatCount(apart.length - 1)} more beyond their bands` : '';
  return ` The labels of current say otherwise (${metricName(first.metric).short}: ${numberText(first.metric, first.current, 'realised')}${others}): rows that look alike no longer come out as they did.`;
}

/** How well the model probably does on current, in a sentence or two. */
export function describeEstimate(section: EstimatedPerformance): string {
  const found = section.metrics.find(({ metric }) => metric === headline[section.task]);
  const estimate =
    found === undefined || found.current.estimated === null
      ? ''
      : `${metricName(found.metric).short} on the current data is estimated at ${numberText(found.metric, found.current, 'estimated')} (${bandText(found.metric, found.current)}) without using its labels; on the reference it was ${numberText(found.metric, found.reference, 'realised')}. `;
  return `${estimate}${verdictSentence(section)}${labelSentence(section)}`;
}

/** How many rows the estimate rests on. */
export function estimateRowsText({ rows, chunks }: EstimatedPerformance): string {
  const { reference, current } = rows;
  const labelled = current.labelled === 0 ? 'none with a label' : `${formatCount(current.labelled)} with a label`;
  const by = chunks.by === 'time' ? 'stretches of time of the reference' : 'chunks of the reference, dealt out by chance';
  const cut = chunks.reference.length < 3 ? '' : `; what is usual comes from ${chunks.reference.length} ${by}`;
  return `reference: ${formatCount(reference.used)} of ${formatCount(reference.rows)} rows; current: ${formatCount(current.used)} of ${formatCount(current.rows)} rows, ${labelled}${cut}`;
}

const bandWords = 'The band is three standard errors of sampling to each side. It knows nothing of the two points above.';

function calibrationErrors({ calibration, classes }: ClassificationEstimate): string {
  const { errorBefore, errorAfter } = calibration;
  if (errorBefore === null || errorAfter === null) return '';
  const mean = classes.length > 0 ? ', the mean over classes' : '';
  return ` (calibration error on rows kept aside${mean}: ${formatNumber(errorAfter)} after, ${formatNumber(errorBefore)} before)`;
}

/** How the probabilities of several classes were put right. */
function severalCalibrated({ classes, notSummingToOne, rows }: ClassificationEstimate, errors: string): string[] {
  const used = classes.filter(({ calibration }) => calibration.used).length;
  const which = used === classes.length ? 'every class' : `${formatCount(used)} of ${formatCount(classes.length)} classes`;
  const how =
    used === 0
      ? `The model’s probabilities are taken as they are: putting them right on the reference, each class against all others, brought them no nearer to the truth${errors}.`
      : `The model’s probabilities of ${which} were put right by isotonic regression on the reference, each against all others${errors}; then those of a row were divided by their sum.`;
  const { reference, current } = notSummingToOne ?? { reference: 0, current: 0 };
  if (reference + current === 0) return [how];
  const counted = `${formatCount(reference)} of ${formatCount(rows.reference.used)} rows of the reference and ${formatCount(current)} of ${formatCount(rows.current.used)} of current`;
  return [how, `The model’s probabilities do not sum to 1 in ${counted}; they were divided by their sum.`];
}

function classAssumptions(section: ClassificationEstimate): string[] {
  const { calibration, classes } = section;
  const errors = calibrationErrors(section);
  const one = calibration.used
    ? `The model’s probabilities were put right by isotonic regression on the reference${errors}.`
    : `The model’s probabilities are taken as they are: putting them right on the reference brought them no nearer to the truth${errors}.`;
  const [how, outcome] =
    classes.length > 0
      ? [severalCalibrated(section, errors), 'of each class as often as they were in the reference']
      : [[one], 'positive as often as they were in the reference'];
  return [
    ...how,
    `It holds as long as rows of the same ${classes.length > 0 ? 'probabilities' : 'probability'} are ${outcome}. If the world has changed in that respect, only labels can tell.`,
    'It holds where the reference has rows like those of current; beyond them the probabilities are a guess.',
    bandWords,
  ];
}

function errorAssumptions({ errors, learntFrom, rows, segments }: RegressionEstimate): string[] {
  const from = learntFrom < rows.reference.used ? ` grown from a seeded sample of ${formatCount(learntFrom)} rows` : '';
  const how =
    errors === 'segments'
      ? `Each row of current is expected to be as far off as the reference was in its segment: ${formatCount(segments.length)} leaves of one small tree${from}, measured on all rows.`
      : `Gradient-boosted trees${from} tell from the features and the prediction how far off each row of current probably is.`;
  return [
    how,
    'It holds as long as rows that look alike are as far off as they were in the reference. If the world has changed in that respect, only labels can tell.',
    'It holds where the reference has rows like those of current; beyond them it is a guess.',
    bandWords,
  ];
}

/** What the estimate takes for granted, and how it was come by. */
export function estimateAssumptions(section: EstimatedPerformance): string[] {
  return section.task === 'classification' ? classAssumptions(section) : errorAssumptions(section);
}

/** Which features told the size of the error; empty where none did. */
export function tellingFeatures({ features }: RegressionEstimate): string {
  if (features.length === 0) return '';
  const named = features.slice(0, 5).map(({ column, share }) => `${column} (${formatShare(share)})`);
  return `What told the size of the error: ${named.join(', ')}.`;
}
