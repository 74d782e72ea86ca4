import { registry } from '#shared/lib/registry.ts';
import { terminalDrift } from './terminal/drift.ts';
import { terminalFairness } from './terminal/fairness.ts';
import { terminalPerformance } from './terminal/performance.ts';
import { terminalRanking } from './terminal/ranking.ts';
import type { TerminalSection } from './terminalSection.ts';

/** The parts of the terminal's table, in their order. */
export const terminalSections = registry<TerminalSection>([terminalDrift, terminalPerformance, terminalRanking, terminalFairness]);
