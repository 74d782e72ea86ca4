import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import { columnsNeedingAttention, datasetVerdict, type Verdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import type { Markup } from './markup.ts';
import { reportSections } from './sections.ts';
import { findSqlSources, type SqlSources } from './sqlSources.ts';

/** What every section may see: the report and what is worked out from it once. */
export interface SectionContext {
  readonly report: DriftReport;
  /** All columns, those that need a look first. */
  readonly columns: readonly ColumnReport[];
  readonly attention: ReadonlySet<string>;
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
  render(context: SectionContext): Markup | null;
}

/** A report laid out for reading, before it becomes a page. */
export interface ReportDocument {
  readonly title: string;
  readonly language: 'en';
  readonly verdict: Verdict;
  /** Style that only this kind of document needs. */
  readonly style?: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly content: Markup }[];
}

function contextOf(report: DriftReport): SectionContext {
  const columns = worstFirst(report.dataDrift.columns);
  return {
    report,
    columns,
    attention: columnsNeedingAttention(report),
    anchors: new Map(report.dataDrift.columns.map(({ column }, position) => [column, `column-${position + 1}`])),
    sources: findSqlSources(columns),
    about: report.exact ? '' : '≈ ',
  };
}

/** Lays a report out in sections. */
export function buildDocument(report: DriftReport): ReportDocument {
  const context = contextOf(report);
  return {
    title: `${report.current.name} against ${report.reference.name}`,
    language: 'en',
    verdict: datasetVerdict(report),
    sections: reportSections.all.flatMap(({ id, title, render }) => {
      const content = render(context);
      return content === null ? [] : [{ id, title, content }];
    }),
  };
}
