import { registry } from '#shared/lib/registry.ts';
import { terminalCorrelations } from './terminal/correlations.ts';
import { terminalDrift } from './terminal/drift.ts';
import { terminalPerformance } from './terminal/performance.ts';
import { terminalTargetLeakage } from './terminal/targetLeakage.ts';
import { terminalWeakSegments } from './terminal/weakSegments.ts';
import type { TerminalSection } from './terminalSection.ts';

/** The parts of the terminal's table, in their order. */
export const terminalSections = registry<TerminalSection>([
  terminalDrift,
  terminalPerformance,
  terminalCorrelations,
  terminalTargetLeakage,
  terminalWeakSegments,
]);
