import type { Reasons } from '#shared/domain/profile.ts';
import type { TestedColumn } from '#shared/domain/report.ts';
import type { Sensitivity } from '#shared/domain/sensitivity.ts';
import { explainSensitivity } from '#shared/text/explainSensitivity.ts';
import type { MethodOptions, MethodResult, SizeScaling } from './defineDriftMethod.ts';
import type { Evidence } from './evidence.ts';
import { isDrift } from './isDrift.ts';
import type { UsedMethod } from './methodFor.ts';

type Verdict = Pick<TestedColumn, 'driftScore' | 'scoreIs' | 'driftedWhen' | 'threshold' | 'drifted'>;

/** What the verdict of a column came from. */
export interface Judged {
  readonly method: UsedMethod;
  readonly evidence: Evidence;
  readonly found: MethodResult;
  readonly verdict: Verdict;
  readonly options: MethodOptions;
}

type Numbers = Omit<Sensitivity, 'sentence' | 'reasons' | 'scoreToThreshold'>;
type Measured = Numbers & { readonly reasons: Reasons };

const shownSizes = [100, 1000, 10_000, 100_000, 1_000_000] as const;
const fewestRows = 10;
const mostRows = 1e12;

/** The fewest rows at which a p-value that falls with them is on the side of drift; null where none is. */
function firstDrift(isDriftAt: (rows: number) => boolean): number | null {
  let high = fewestRows;
  while (!isDriftAt(high)) {
    high *= 2;
    if (high > mostRows) return null;
  }
  let low = high / 2;
  if (high === fewestRows) return high;
  while (high - low > Math.max(1, high * 1e-6)) {
    const middle = Math.floor((low + high) / 2);
    if (isDriftAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function ofTest({ evidence, found, verdict, options }: Judged, scaling: Extract<SizeScaling, { of: 'pValue' }>): Measured {
  const { beyondChance, at } = scaling.expected(evidence, found, options);
  const isDriftAt = (rows: number): boolean => isDrift(verdict, { ...verdict, driftScore: at(rows) });
  const driftsFromRows = beyondChance ? firstDrift(isDriftAt) : null;
  return {
    atSizes: shownSizes.map((rows) => ({ rows, score: at(rows), drifted: isDriftAt(rows) })),
    driftsFromRows,
    typicalByChance: null,
    highByChance: null,
    reasons: {
      ...(driftsFromRows === null && { driftsFromRows: 'nothing-beyond-chance' as const }),
      typicalByChance: 'method-has-a-p-value',
      highByChance: 'method-has-a-p-value',
    },
  };
}

function ofDistance({ evidence, verdict }: Judged, { combines, chance }: Extract<SizeScaling, { of: 'distance' }>): Measured | null {
  const here = chance(evidence, { reference: evidence.reference.n, current: evidence.current.n }, 'thorough');
  if (here === null || !Number.isFinite(here.high)) return null;
  const power = combines === 'sum' ? 1 : 2;
  const effect = Math.max(0, verdict.driftScore ** power - here.typical ** power);
  const atSizes = shownSizes.map((rows) => {
    const { typical } = chance(evidence, { reference: rows, current: rows }, 'rough') ?? here;
    const score = Math.min(Number.MAX_VALUE, (effect + typical ** power) ** (1 / power));
    return { rows, score, drifted: isDrift(verdict, { ...verdict, driftScore: score }) };
  });
  const reasons: Reasons = { driftsFromRows: 'method-has-no-p-value' };
  return { atSizes, driftsFromRows: null, typicalByChance: here.typical, highByChance: here.high, reasons };
}

function unknown(scoreIs: Verdict['scoreIs']): Measured {
  const reason = 'no-rule-for-sizes';
  const reasons: Reasons =
    scoreIs === 'pValue'
      ? { driftsFromRows: reason, typicalByChance: 'method-has-a-p-value', highByChance: 'method-has-a-p-value' }
      : { driftsFromRows: 'method-has-no-p-value', typicalByChance: reason, highByChance: reason };
  return { atSizes: [], driftsFromRows: null, typicalByChance: null, highByChance: null, reasons };
}

function measure(judged: Judged): Measured {
  const { scaling, verdict } = judged.method;
  if (scaling === null) return unknown(verdict.on);
  if (scaling.of === 'pValue') return ofTest(judged, scaling);
  return ofDistance(judged, scaling) ?? unknown(verdict.on);
}

/** How the verdict of a column hangs on the number of rows, on the threshold and on chance; from the evidence alone. */
export function sensitivityOf(judged: Judged): Sensitivity {
  const { method, evidence, found, verdict } = judged;
  const { reasons, ...numbers } = measure(judged);
  const scoreToThreshold = verdict.threshold > 0 ? Math.min(Number.MAX_VALUE, verdict.driftScore / verdict.threshold) : null;
  const rows = { reference: evidence.reference.n, current: evidence.current.n };
  const effect = method.effect?.(found) ?? null;
  return {
    scoreToThreshold,
    ...numbers,
    sentence: explainSensitivity({ ...verdict, rows, effect }, { scoreToThreshold, ...numbers }),
    reasons: { ...reasons, ...(scoreToThreshold === null && { scoreToThreshold: 'not-finite' as const }) },
  };
}
