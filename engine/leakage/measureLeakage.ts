import type { FeaturePower, LeakageHint, TargetLeakageSection } from '#shared/domain/leakage.ts';
import type { Finding } from '#shared/domain/report.ts';
import { describeHint, leakageLimits, sampledRowsSentence } from '#shared/text/describeLeakage.ts';
import { withReasons } from '../performance/metricRows.ts';
import { sharedColumns, withOrderedRows, type Measured, type RelationWork, type SharedColumn } from '../relations/relationWork.ts';
import { measureLeakageSide, type LeakageSide } from './targetSide.ts';

function changeOf(reference: LeakageSide, current: LeakageSide, place: number) {
  const [before, now] = [reference.powers[place]!, current.powers[place]!];
  const missing = typeof before === 'number' ? now : before;
  const change = typeof before === 'number' && typeof now === 'number' ? now - before : missing;
  return withReasons({ reference: before, current: now, change });
}

const strength = ({ reference, current }: Pick<FeaturePower, 'reference' | 'current'>): number => Math.max(reference ?? 0, current ?? 0);

function hintOf(feature: Omit<FeaturePower, 'hint'>, next: number): LeakageHint {
  const power = strength(feature);
  if (power >= leakageLimits.nearlyPerfect) return 'nearly-perfect';
  return power >= leakageLimits.standsOut && power >= leakageLimits.timesTheNext * next ? 'stands-out' : 'none';
}

function featuresOf(columns: readonly SharedColumn[], reference: LeakageSide, current: LeakageSide): FeaturePower[] {
  const measured = columns.map(({ report }, place) => ({ column: report.column, ...changeOf(reference, current, place) }));
  const ordered = measured.sort((a, b) => strength(b) - strength(a));
  const next = ordered[1] === undefined ? 0 : strength(ordered[1]);
  // One feature has no others to stand out of.
  return ordered.map((feature, at) => ({
    ...feature,
    hint: hintOf(feature, at === 0 && ordered.length > 1 ? next : Number.POSITIVE_INFINITY),
  }));
}

function findingsOf(section: TargetLeakageSection): Finding[] {
  const hinted = section.features.filter(({ hint }) => hint !== 'none');
  const sampled = sampledRowsSentence(section);
  return [
    ...(sampled === null ? [] : [{ severity: 'note', code: 'sampled', column: null, sentence: sampled } as const]),
    ...hinted.map((feature): Finding => {
      return { severity: 'attention', code: 'target-leakage', column: feature.column, sentence: describeHint(feature, section) };
    }),
  ];
}

/** Whether the target is a number to be hit or classes: the task where it was said, else the kind of the column. */
function targetForm(work: RelationWork, target: SharedColumn): 'number' | 'classes' {
  const { task } = work.settings.performance;
  if (task !== null) return task === 'regression' ? 'number' : 'classes';
  return target.report.kind === 'numeric' ? 'number' : 'classes';
}

/** Measures how well each feature alone predicts the target; a sentence where that is impossible. */
export async function measureLeakage(work: RelationWork, name: string): Promise<Measured<TargetLeakageSection> | string> {
  const target = sharedColumns(work, ['numeric', 'categorical']).find(({ report }) => report.column === name);
  if (target === undefined) return `Target leakage needs a target of numbers or classes that both sides have; ${name} is not one.`;
  const features = sharedColumns(work, ['numeric', 'categorical', 'datetime']).filter(
    ({ report }) => report.role === 'feature' || report.role === 'datetime',
  );
  const targetIs = targetForm(work, target);
  return withOrderedRows(work, async (database) => {
    const reference = await measureLeakageSide(work, database, { side: 'reference', target, targetIs, features });
    work.context.progress({ share: 0.5, message: 'Measuring what each feature tells of the target' });
    const current = await measureLeakageSide(work, database, { side: 'current', target, targetIs, features });
    const section: TargetLeakageSection = {
      target: name,
      targetIs,
      rows: { reference: reference.used, current: current.used },
      features: featuresOf(features, reference, current),
    };
    return { value: section, findings: findingsOf(section) };
  });
}
