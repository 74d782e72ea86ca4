import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { DescriptorDrift, DescriptorSide, TextDescriptor } from '#shared/domain/text.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { explainVerdict } from '#shared/text/explainVerdict.ts';
import { quantileOf } from '#shared/text/quantileOf.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import { chosenMethod } from '../drift/chosenMethod.ts';
import type { NumericEvidence } from '../drift/evidence.ts';
import { gatherDetail } from '../drift/gatherDetail.ts';
import { isDrift } from '../drift/isDrift.ts';
import { summariseNumbers } from '../drift/summariseNumbers.ts';
import type { Pacer } from '../jobs/pacer.ts';
import { numericProfile } from '../quality/profiles.ts';

/** What was said of single columns, also of bins, is of their own values and not of a number read off each text. */
function settingsFor({ drift, binning, ...rest }: ReportSettings): ReportSettings {
  return {
    ...rest,
    drift: { ...drift, methods: {}, thresholds: {} },
    binning: binning.kind === 'fixed-edges' ? { kind: 'sturges-pooled' } : binning,
  };
}

const untested = {
  method: null,
  driftScore: null,
  threshold: null,
  drifted: false,
  sentence: 'One side has no text to read this off.',
  reasons: { driftScore: 'no-valid-values', threshold: 'no-valid-values' },
} as const;

function sideOf(profile: ColumnProfile): DescriptorSide {
  const median = quantileOf(profile, 0.5);
  const absent = { mean: profile.mean, median };
  const reasons = Object.fromEntries(
    Object.entries(absent).flatMap(([name, value]) => (value === null ? [[name, 'no-valid-values' as const]] : [])),
  );
  return { ...absent, reasons };
}

interface Judged {
  readonly profiles: { readonly reference: ColumnProfile; readonly current: ColumnProfile };
  readonly evidence: NumericEvidence;
  readonly histogram: DescriptorDrift['histogram'];
}

function verdictOf({ profiles, evidence, histogram }: Judged, settings: ReportSettings) {
  const method = chosenMethod('', evidence, settings);
  const found = method.compute(evidence, settings.drift);
  const driftScore = method.verdict.on === 'pValue' ? found.pValue! : found.statistic + 0;
  const threshold = settings.drift.threshold ?? method.verdict.threshold;
  const drifted = isDrift(method.verdict, { driftScore, threshold });
  const facts = { method: method.id, driftScore, threshold, drifted, statistic: found.statistic, scoreIs: method.verdict.on };
  return {
    method: method.id,
    driftScore,
    threshold,
    drifted,
    sentence: explainVerdict(facts, profiles.reference, profiles.current, histogram),
    reasons: {},
  };
}

/** The verdict on a number read off each text, by the methods that numeric columns have. */
export async function judgeDescriptor(
  descriptor: TextDescriptor,
  pair: NumericPair,
  given: ReportSettings,
  pacer: Pacer,
): Promise<DescriptorDrift> {
  const settings = settingsFor(given);
  const summary = await summariseNumbers(descriptor, pair, settings.binning, pacer);
  const { reference, current, merged, histogram, evidence } = summary;
  const profiles = {
    reference: numericProfile({
      rows: reference.n,
      side: reference,
      distinct: merged.referenceDistinct,
      frequent: merged.referenceFrequent,
      missing: [],
    }),
    current: numericProfile({
      rows: current.n,
      side: current,
      distinct: merged.currentDistinct,
      frequent: merged.currentFrequent,
      missing: [],
    }),
  };
  const common = { descriptor, reference: sideOf(profiles.reference), current: sideOf(profiles.current), histogram };
  if (evidence === null) return { ...common, ...untested };
  const { needs } = chosenMethod('', evidence, settings);
  const whole = needs === undefined ? evidence : await gatherDetail(needs, pair, evidence, pacer);
  return { ...common, ...verdictOf({ profiles, evidence: whole, histogram }, settings) };
}
