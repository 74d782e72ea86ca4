import type { DriftReport } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import type { Tone } from '#shared/text/verdict.ts';

/** Colours a finished piece of text; it must not change its width. */
export type Paint = (text: string, tone: Tone | 'quiet' | 'strong') => string;

export interface TerminalContext {
  readonly report: DriftReport;
  /** Cells of the terminal's line. */
  readonly width: number;
  /** Goes before every number that rests on a sample; empty where all rows were used. */
  readonly about: string;
  readonly paint: Paint;
}

/** A part of the terminal's table besides head and findings; no lines where this report has nothing to say there. */
export interface TerminalSection {
  readonly id: SectionId;
  lines(context: TerminalContext): string[];
}
