import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import type { Markup } from './markup.ts';
import type { SqlSources } from './sqlSources.ts';

/** What every section may see: the report and what is worked out from it once. */
export interface SectionContext {
  readonly report: DriftReport;
  /** All columns, those that need a look first. */
  readonly columns: readonly ColumnReport[];
  readonly attention: ReadonlySet<string>;
  /** The columns that are told of in full, folded, those that need a look first. A page of thousands would not open. */
  readonly detailed: readonly ColumnReport[];
  /** Ids of the folded columns on the page, by column. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly sources: SqlSources;
  /** Goes before every number that rests on a sample; empty where all rows were used. */
  readonly about: string;
}

/** A part of the page; null where this report has nothing to say there. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** The section of the report it shows; null: it is on every page. */
  readonly section: SectionId | null;
  /** Style that the page has only with this part on it. */
  readonly style?: string;
  render(context: SectionContext): Markup | null;
}
