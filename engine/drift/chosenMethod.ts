import { AppError } from '#shared/errors/AppError.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { own } from '#shared/lib/own.ts';
import { chooseMethod, isApplicable } from './chooseMethod.ts';
import type { DriftMethod } from './defineDriftMethod.ts';
import type { Evidence } from './evidence.ts';
import { findMethod } from './methods.ts';

/**
 * The method of a column: the one chosen for it, else the one chosen for all where it applies, else the usual one.
 * Throws E_METHOD_NOT_APPLICABLE where the one chosen for it cannot be used.
 */
export function chosenMethod(column: string, evidence: Evidence, settings: ReportSettings): DriftMethod {
  const byValue = evidence.counts.edges === null;
  const named = own(settings.drift.methods, column);
  if (named !== undefined) {
    const method = findMethod(named);
    if (isApplicable(method, evidence.kind, byValue)) return method;
    const message = `${method.label} cannot be used on ${column}, which is ${evidence.kind}.`;
    throw new AppError('E_METHOD_NOT_APPLICABLE', message, { subject: { column } });
  }
  const general = settings.drift.method === null ? null : findMethod(settings.drift.method);
  if (general !== null && isApplicable(general, evidence.kind, byValue)) return general;
  const { kind, reference, current, pooledDistinct } = evidence;
  return findMethod(chooseMethod({ kind, nReference: reference.n, nCurrent: current.n, pooledDistinct }));
}
