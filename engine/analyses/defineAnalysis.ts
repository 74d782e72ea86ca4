import type { AnalysisResults, ColumnReport, Finding } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import type { OpenDataset } from '../data/dataset.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { ColumnAnalysis } from '../drift/analysis.ts';
import type { JobContext, Pacer } from '../jobs/pacer.ts';

/** What an analysis works with: the open data, and what is known when its turn comes. */
export interface AnalysisWork {
  readonly database: Database;
  readonly datasets: { readonly reference: OpenDataset; readonly current: OpenDataset };
  readonly settings: ReportSettings;
  readonly context: JobContext;
  readonly pacer: Pacer;
  /** Every column with its verdict and profiles. */
  readonly columns: readonly ColumnReport[];
  /** What was gathered of each column before its verdict, by its name. */
  readonly gathered: ReadonlyMap<string, ColumnAnalysis>;
  /** What the analyses before this one found. */
  readonly results: Readonly<AnalysisResults>;
  /** Whether the section was asked for by name; only then is it worth saying that it has nothing to work on. */
  readonly asked: boolean;
}

export interface Analysed<K extends keyof AnalysisResults> {
  readonly value: AnalysisResults[K];
  readonly findings: readonly Finding[];
}

interface AnalysisParts<K extends keyof AnalysisResults> {
  readonly id: SectionId;
  /** Where the result stands in the report. */
  readonly key: K;
  /** What is being done, for the line that shows progress. */
  readonly doing: string;
  /** An error it throws becomes a finding of the report, unless the work was cancelled. */
  measure(work: AnalysisWork): Promise<Analysed<K>>;
}

export interface Analysis {
  readonly id: SectionId;
  readonly key: keyof AnalysisResults;
  readonly doing: string;
  measure(work: AnalysisWork): Promise<{ readonly results: Partial<AnalysisResults>; readonly findings: readonly Finding[] }>;
}

/** Declares a section of the report that is worked out from the open data once the columns have their verdicts. */
export function defineAnalysis<K extends keyof AnalysisResults>({ id, key, doing, measure }: AnalysisParts<K>): Analysis {
  return {
    id,
    key,
    doing,
    measure: async (work) => {
      const { value, findings } = await measure(work);
      return { results: { [key]: value }, findings };
    },
  };
}

/** The answer of an analysis that has nothing to work on; it says why only where it was asked for. */
export function nothingToAnalyse({ asked }: Pick<AnalysisWork, 'asked'>, sentence: string): { value: null; findings: Finding[] } {
  return { value: null, findings: asked ? [{ severity: 'note', code: 'section-left-out', column: null, sentence }] : [] };
}
