import type { FeaturePower, LeakageHint, TargetLeakageSection } from '../domain/leakage.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount } from './formatNumber.ts';

/** From which predictive power on a feature is suspected: Deepchecks' limit, or much more than any other feature. */
export const leakageLimits = { nearlyPerfect: 0.8, standsOut: 0.5, timesTheNext: 2.5, change: 0.2 } as const;

export const hintWords: Readonly<Record<LeakageHint, string>> = {
  none: '',
  'nearly-perfect': 'nearly perfect',
  'stands-out': 'stands out',
};

const twoDecimals = (value: number): string => value.toFixed(2);

/** The predictive power of one side in words; where there is none, why. */
export function powerText(feature: FeaturePower, side: 'reference' | 'current'): string {
  const value = feature[side];
  return value === null ? absenceWords[feature.reasons[side] ?? 'not-for-this-kind'] : twoDecimals(value);
}

export function powerChangeText({ change }: FeaturePower): string {
  if (change === null) return '–';
  const text = twoDecimals(Math.abs(change));
  return text === '0.00' ? '0.00' : `${change < 0 ? '−' : '+'}${text}`;
}

/** Whether a feature tells so much more or less of the target than it did that someone should look. */
export const isTellingPowerChange = ({ change }: FeaturePower): boolean => change !== null && Math.abs(change) >= leakageLimits.change;

/** Why a feature is suspected, in one sentence. */
export function describeHint(feature: FeaturePower, { target }: TargetLeakageSection): string {
  const power = `predictive power ${powerText(feature, 'reference')} on the reference, ${powerText(feature, 'current')} now`;
  if (feature.hint === 'stands-out')
    return `It alone tells far more of ${target} than any other feature (${power}). Is it known before ${target} is?`;
  return `It alone predicts ${target} nearly perfectly (${power}). It may give the target away: is it known before ${target} is?`;
}

/** What the section found, in one sentence. */
export function describeLeakage({ target, features }: TargetLeakageSection): string {
  const hinted = features.filter(({ hint }) => hint !== 'none');
  const changed = features.filter(isTellingPowerChange).length;
  const moved =
    changed === 0
      ? ''
      : ` The predictive power of ${formatCount(changed)} ${changed === 1 ? 'feature' : 'features'} changed by ${leakageLimits.change} or more.`;
  if (features.length === 0) return `There is no feature to predict ${target} from.`;
  if (hinted.length === 0) return `No feature alone gives ${target} away.${moved}`;
  const names = hinted
    .slice(0, 3)
    .map(({ column }) => column)
    .join(', ');
  const more = hinted.length > 3 ? ` and ${formatCount(hinted.length - 3)} more` : '';
  return `${names}${more} may give ${target} away.${moved}`;
}

/** Which rows were used, where those are a sample; null where they are all rows. */
export function sampledRowsSentence({ rows }: TargetLeakageSection): string | null {
  const sides = (['reference', 'current'] as const).flatMap((side) => {
    const { sampled, of, rows: used } = rows[side];
    return sampled ? [`${formatCount(used)} of ${formatCount(of)} ${side} rows`] : [];
  });
  return sides.length === 0 ? null : `Predictive power is of a seeded sample of ${sides.join(' and ')}.`;
}
