import type { Gate, GateCheck } from '#shared/domain/gate.ts';
import type { FairnessSection } from '#shared/domain/fairness.ts';
import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { CheckResult } from '#shared/domain/suite.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { describeCondition, meets } from '../checks/conditions.ts';

type MetricBound = NonNullable<Gate['metrics']>[number];
type FairnessBound = NonNullable<Gate['fairness']>[number];

function relativeWords({ atMost, atLeast, ratioAtMost, ratioAtLeast }: NonNullable<MetricBound['againstHolder']>): string[] {
  const part = (value: number | undefined, words: (text: string) => string): string[] =>
    value === undefined ? [] : [words(formatNumber(value, 5))];
  return [
    ...part(atMost, (text) => `at most ${text} above that of the holder`),
    ...part(atLeast, (text) => `at least ${text} from that of the holder`),
    ...part(ratioAtMost, (text) => `at most ${text} times that of the holder`),
    ...part(ratioAtLeast, (text) => `at least ${text} times that of the holder`),
  ];
}

/** Whether a value keeps its distance to that of the holder. A ratio to 0 holds only for 0. */
function keepsDistance(value: number, holder: number, bound: NonNullable<MetricBound['againstHolder']>): boolean {
  const { atMost, atLeast, ratioAtMost, ratioAtLeast } = bound;
  const difference = value - holder;
  return (
    (atMost === undefined || difference <= atMost) &&
    (atLeast === undefined || difference >= atLeast) &&
    (ratioAtMost === undefined || value <= ratioAtMost * holder) &&
    (ratioAtLeast === undefined || value >= ratioAtLeast * holder)
  );
}

/** Asks whether a metric of the candidate keeps its bounds. `holder` is undefined where no version holds the alias. */
export function checkMetric(bound: MetricBound, value: number | null, holder: number | null | undefined): GateCheck {
  const { metric, condition, againstHolder } = bound;
  const { short } = metricName(metric);
  const expected = [
    ...(condition === undefined ? [] : [describeCondition(condition, 'number')]),
    ...(againstHolder === undefined ? [] : relativeWords(againstHolder)),
  ].join(' and ');
  const common = { id: `metric:${metric}`, group: 'metrics', label: short, value, holder: holder ?? null, expected } as const;
  if (value === null) return { ...common, status: 'error', sentence: `${short} could not be measured on these data.` };
  const against = againstHolder !== undefined && holder !== undefined;
  if (against && holder === null) {
    return { ...common, status: 'error', sentence: `${short} of the version that holds the alias could not be measured on these data.` };
  }
  const holds = (condition === undefined || meets(value, condition)) && (!against || keepsDistance(value, holder!, againstHolder));
  const beside = holder === undefined || holder === null ? '' : `, that of the version that holds the alias ${formatNumber(holder, 5)}`;
  return {
    ...common,
    status: holds ? 'pass' : 'fail',
    sentence: `${short} is ${formatNumber(value, 5)}${beside}; asked for is ${expected}.`,
  };
}

/** The value of a metric on one side of a measured comparison; null where there is none. */
export function metricOn(section: PerformanceSection | null, metric: string, side: 'reference' | 'current'): number | null {
  return section?.metrics.find((row) => row.metric === metric)?.[side] ?? null;
}

/** Asks whether a fairness metric between all groups of a column keeps its bound. */
export function checkFairness({ column, metric, condition }: FairnessBound, section: FairnessSection | null): GateCheck {
  const found = section?.columns.find((each) => each.column === column)?.disparities ?? [];
  const value = found.find((each) => each.metric === metric && each.convention === 'between-groups')?.current ?? null;
  const { short } = metricName(metric);
  const expected = describeCondition(condition, 'number');
  const common = {
    id: `fairness:${column}:${metric}`,
    group: 'fairness',
    label: `${short} by ${column}`,
    value,
    holder: null,
    expected,
  } as const;
  if (value === null) return { ...common, status: 'error', sentence: `${short} by ${column} could not be measured on these data.` };
  const sentence = `${short} between the groups of ${column} is ${formatNumber(value, 5)}; asked for is ${expected}.`;
  return { ...common, status: meets(value, condition) ? 'pass' : 'fail', sentence };
}

/** A check of a suite as a line of the gate; warnings pass, as they do in a suite. */
export function fromSuite(result: CheckResult): GateCheck {
  const status = result.status === 'warning' ? 'pass' : result.status;
  const label = result.column === null ? result.label : `${result.label}: ${result.column}`;
  const { id, value, expected, sentence } = result;
  return { id: `suite:${id}`, group: 'suite', label, status, value, holder: null, expected, sentence };
}

/** Asks whether a median time in milliseconds keeps its bound. */
export function checkLatency(rows: number, ms: number, atMost: number, holder: number | null): GateCheck {
  const label = rows === 1 ? 'Time for one row' : `Time for ${rows} rows at once`;
  const beside = holder === null ? '' : `, of the version that holds the alias ${formatNumber(holder)} ms`;
  return {
    id: rows === 1 ? 'latency:row' : 'latency:batch',
    group: 'latency',
    label,
    status: ms <= atMost ? 'pass' : 'fail',
    value: ms,
    holder,
    expected: `at most ${formatNumber(atMost)} ms`,
    sentence: `${label}: ${formatNumber(ms)} ms, the median of runs on this computer${beside}; asked for is at most ${formatNumber(atMost)} ms.`,
  };
}

/** Asks whether the model card has the parts that the gate wants. */
export function checkCard(parts: readonly string[], card: Readonly<Record<string, unknown>> | null, problem: string | null): GateCheck {
  const isThere = (part: string): boolean => {
    const value = card?.[part];
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  };
  const missing = parts.filter((part) => !isThere(part));
  const sentence =
    problem !== null
      ? `The model card cannot be read: ${problem}`
      : card === null
        ? 'The version has no model card.'
        : missing.length === 0
          ? 'The model card has every part that is asked for.'
          : `The model card does not have ${missing.join(', ')}.`;
  return {
    id: 'card',
    group: 'card',
    label: 'Model card',
    status: problem !== null || missing.length > 0 || card === null ? 'fail' : 'pass',
    value: missing.length,
    holder: null,
    expected: `the parts ${parts.join(', ')}`,
    sentence,
  };
}
