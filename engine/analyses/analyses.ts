import { registry } from '#shared/lib/registry.ts';
import { correlationsAnalysis } from './correlations.ts';
import type { Analysis } from './defineAnalysis.ts';
import { performanceAnalysis } from './performance.ts';
import { targetLeakageAnalysis } from './targetLeakage.ts';
import { weakSegmentsAnalysis } from './weakSegments.ts';

/** What is worked out besides the columns, in the order of the work: a later one sees what earlier ones found. */
export const analyses = registry<Analysis>([performanceAnalysis, correlationsAnalysis, targetLeakageAnalysis, weakSegmentsAnalysis]);
