import type { CompatSetting } from '#shared/domain/compat.ts';
import { usualOptions, type DriftMethod, type MethodOptions, type MethodResult, type NoResult } from './defineDriftMethod.ts';
import type { Evidence } from './evidence.ts';

/** A method as a run uses it: ours, or as another system computes it. */
export type UsedMethod = Omit<DriftMethod, 'compute' | 'compat'> & {
  compute(evidence: Evidence, options?: MethodOptions): MethodResult | NoResult;
};

/** The method as it is in the system a run wants to agree with. */
export function methodFor(method: DriftMethod, system: CompatSetting): UsedMethod {
  const theirs = system === 'none' ? undefined : method.compat?.[system];
  if (theirs === undefined) return method;
  const { verdict = method.verdict, needs = method.needs } = theirs;
  return {
    ...method,
    verdict,
    scaling: null,
    ...(needs === undefined ? {} : { needs }),
    compute: (evidence, options = usualOptions) => theirs.compute(evidence, options),
  };
}
