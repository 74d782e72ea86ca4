import { useElementSize } from '@mantine/hooks';
import { useRef } from 'react';
import { changeQuery, useRoute } from '../../state/route.ts';
import { DriftTable } from './DriftTable.tsx';
import { Findings } from './Findings.tsx';
import { Inspector } from './Inspector.tsx';
import { InspectorEdge, useInspectorWidth } from './InspectorEdge.tsx';
import { MissingTable } from './MissingTable.tsx';
import styles from './Report.module.css';
import { ReportToolbar } from './ReportToolbar.tsx';
import { asTab, type ReportView } from './reportView.ts';
import { SectionsBar } from './SectionsBar.tsx';
import { asSectionTab } from './tabsOfReport.ts';
import { useReportKeys } from './useReportKeys.ts';
import { VerdictHead } from './VerdictHead.tsx';

/** The report on view, and beside it the column that is open. */
export function ReportBody({ view }: { readonly view: ReportView }) {
  const { query } = useRoute();
  const section = asSectionTab(view.report, query['tab']);
  const tab = asTab(query['tab']);
  const filter = query['filter'] ?? '';
  const open = view.ordered.find(({ column }) => column === query['column']) ?? null;
  const order = useRef<readonly string[]>([]);
  const filterField = useRef<HTMLInputElement>(null);
  const [width, setWidth] = useInspectorWidth();
  const { ref, width: tableWidth } = useElementSize();
  const cursor = useReportKeys({ view, order, open: open?.column ?? null, filterField });
  const pick = (column: string): void => {
    cursor.move(column);
    changeQuery({ column });
  };
  const table = { view, filter, active: cursor.column, order, pick, point: cursor.move };
  return (
    <div className={styles.layout}>
      <div className={styles.report} ref={ref}>
        <VerdictHead report={view.report} />
        <Findings report={view.report} open={pick} />
        <SectionsBar report={view.report} shown={section} />
        {section !== null && (
          <div className={styles.panel} key={section.id}>
            <section.View report={view.report} open={pick} />
          </div>
        )}
        {section === null && (
          <ReportToolbar view={view} tab={tab} filter={filter} filterField={filterField}>
            {tab === 'missing' ? <MissingTable {...table} /> : <DriftTable {...table} tab={tab} width={tableWidth} />}
          </ReportToolbar>
        )}
      </div>
      {open !== null && (
        <>
          <InspectorEdge width={width} setWidth={setWidth} />
          <aside className={styles.inspector} style={{ width }} aria-label="Column">
            <Inspector key={open.column} view={view} column={open} step={cursor.step} />
          </aside>
        </>
      )}
    </div>
  );
}
