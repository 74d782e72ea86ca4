import { AppError } from '#shared/errors/AppError.ts';
import { analysisResults, type AnalysisResults, type Finding } from '#shared/domain/report.ts';
import { chosenSections, hasSection, sections, type SectionId } from '#shared/domain/sections.ts';
import type { Progress } from '#shared/domain/progress.ts';
import { analyses } from './analyses.ts';
import type { Analysis, AnalysisWork } from './defineAnalysis.ts';

export type Given = Omit<AnalysisWork, 'results' | 'asked'>;

interface Analysed {
  readonly results: AnalysisResults;
  readonly findings: readonly Finding[];
}

function failed({ id }: Analysis, error: unknown): Finding {
  const label = sections.get(id)?.label ?? id;
  const message = error instanceof Error ? error.message : String(error);
  const sentence = `The section “${label}” could not be made: ${message} The rest of the report is not touched by this.`;
  return { severity: 'broken', code: 'analysis-failed', column: null, sentence };
}

/** Errors that concern the whole job, not one section. */
function endsTheJob(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'E_CANCELLED' || error.entry.exitCode === 2);
}

/**
 * Whether a section was meant by who chose the sections. Choosing one more keeps the usual ones in the list; that these
 * have nothing to work on is then no news.
 */
function isAsked(chosen: readonly SectionId[] | null, id: SectionId): boolean {
  if (chosen === null) return false;
  const addedTo = chosenSections(null).every((usual) => chosen.includes(usual));
  return !(addedTo && sections.get(id)?.usual === true);
}

/** Where the analyses begin and end in the progress of the job. */
const span = { from: 0.62, to: 0.97 };

function progressOf(work: Given, place: number, count: number): (progress: Progress) => void {
  const width = (span.to - span.from) / count;
  return ({ share, message }) => work.context.progress({ share: span.from + width * (place + (share ?? 0)), message });
}

/**
 * Works out the sections that were chosen, one after the other. One that fails is a finding and leaves its place empty.
 * `share` of an analysis' own progress runs from 0 to 1.
 */
export async function runAnalyses(work: Given, all: readonly Analysis[] = analyses.all): Promise<Analysed> {
  const chosen = all.filter(({ id }) => hasSection(work.settings, id));
  let results = analysisResults.parse({});
  const findings: Finding[] = [];
  for (const [place, analysis] of chosen.entries()) {
    work.pacer.check();
    const progress = progressOf(work, place, chosen.length);
    progress({ share: 0, message: analysis.doing });
    const own = { ...work, results, context: { ...work.context, progress }, asked: isAsked(work.settings.sections, analysis.id) };
    try {
      const found = await analysis.measure(own);
      results = { ...results, ...found.results };
      findings.push(...found.findings);
    } catch (error) {
      if (endsTheJob(error) || work.context.signal.aborted) throw error;
      findings.push(failed(analysis, error));
    }
  }
  return { results, findings };
}
