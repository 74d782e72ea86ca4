import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection } from '#shared/domain/sections.ts';
import { columnsNeedingAttention, datasetVerdict, type Verdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import type { Markup } from './markup.ts';
import { reportSections } from './sections.ts';
import type { SectionContext } from './section.ts';
import { findSqlSources } from './sqlSources.ts';

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
    sections: reportSections.all.flatMap(({ id, title, section, render }) => {
      if (section !== null && !hasSection(report.settings, section)) return [];
      const content = render(context);
      return content === null ? [] : [{ id, title, content }];
    }),
  };
}
