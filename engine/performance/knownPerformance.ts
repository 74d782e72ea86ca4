import type { PerformanceSection } from '#shared/domain/performance.ts';
import { measurePerformance } from './measurePerformance.ts';
import { namesPredictions, type PerformanceWork } from './roleSides.ts';

interface Known extends Omit<PerformanceWork, 'sides'> {
  readonly results: { readonly performance: PerformanceSection | null };
}

/** The performance of the model for sections that build on it: as measured before, else measured now; null where it cannot be. */
export async function knownPerformance(work: Known): Promise<PerformanceSection | null> {
  if (work.results.performance !== null) return work.results.performance;
  if (work.settings.roles.target === null || !namesPredictions(work.settings)) return null;
  return (await measurePerformance(work)).performance;
}
