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

/** Columns that the page tells of in full. The table has all, and so have the JSON and the workbench. */
const detailedAtMost = 300;

function contextOf(report: DriftReport): SectionContext {
  const columns = worstFirst(report.dataDrift.columns);
  const detailed = columns.slice(0, detailedAtMost);
  const isDetailed = new Set(detailed);
  const anchors = report.dataDrift.columns.flatMap((column, position) =>
    isDetailed.has(column) ? [[column.column, `column-${position + 1}`] as const] : [],
  );
  return {
    report,
    columns,
    attention: columnsNeedingAttention(report),
    detailed,
    anchors: new Map(anchors),
    sources: findSqlSources(columns),
    about: report.exact ? '' : '≈ ',
  };
}

/** Lays a report out in sections. */
export function buildDocument(report: DriftReport): ReportDocument {
  const context = contextOf(report);
  const made = reportSections.all.flatMap(({ id, title, section, style = '', render }) => {
    if (section !== null && !hasSection(report.settings, section)) return [];
    const content = render(context);
    return content === null ? [] : [{ id, title, content, style }];
  });
  return {
    title: `${report.current.name} against ${report.reference.name}`,
    language: 'en',
    verdict: datasetVerdict(report),
    style: made.map(({ style }) => style).join(''),
    sections: made.map(({ id, title, content }) => ({ id, title, content })),
  };
}
