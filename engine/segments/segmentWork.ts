import type { PerformanceSection } from '#shared/domain/performance.ts';
import type { EstimationWork } from '../estimation/estimationWork.ts';
import type { RoleSide } from '../performance/roleSides.ts';
import type { Both } from '../performance/metricRows.ts';

/** What measuring by segment works with. */
export interface SegmentWork extends EstimationWork {
  /** The sides that have target and prediction. */
  readonly sides: Both<RoleSide | null>;
  readonly measured: PerformanceSection;
}
