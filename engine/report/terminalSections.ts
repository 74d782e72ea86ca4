import { registry } from '#shared/lib/registry.ts';
import { terminalDrift } from './terminal/drift.ts';
import { terminalErrorByFeature } from './terminal/errorByFeature.ts';
import { terminalEstimatedPerformance } from './terminal/estimatedPerformance.ts';
import { terminalPerformanceBySegment } from './terminal/performanceBySegment.ts';
import { terminalPerformance } from './terminal/performance.ts';
import type { TerminalSection } from './terminalSection.ts';

/** The parts of the terminal's table, in their order. */
export const terminalSections = registry<TerminalSection>([
  terminalDrift,
  terminalPerformance,
  terminalErrorByFeature,
  terminalEstimatedPerformance,
  terminalPerformanceBySegment,
]);
