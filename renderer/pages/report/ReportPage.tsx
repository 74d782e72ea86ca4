import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useCall } from '../../client/useCall.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../components/HiddenTitle.tsx';
import { readReport } from '../../state/reports.ts';
import { navigate, useRoute } from '../../state/route.ts';
import { compare, openSample } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ChangesPage } from './changes/ChangesPage.tsx';
import { ReportBody } from './ReportBody.tsx';
import { viewOf } from './reportView.ts';

/** One report; without an id in the address, the newest. */
export function ReportPage() {
  const { page, id, query } = useRoute();
  const runs = useWorkbench((state) => state.runs);
  const newest = runs?.[0]?.id ?? null;
  useEffect(() => {
    if (page === 'report' && id === null && newest !== null) navigate({ page: 'report', id: newest }, { replace: true });
  }, [page, id, newest]);
  const { data: report, error, retry } = useCall(id, (signal) => readReport(id ?? '', signal));
  const view = useMemo(() => (report === null ? null : viewOf(report)), [report]);
  const before = query['with'] ?? '';
  if (id !== null && before !== '') return <ChangesPage before={before} after={id} />;
  if (error === null && view !== null && id !== null) return <ReportBody key={view.report.id} view={view} />;
  return (
    <>
      <HiddenTitle text="Report" />
      {id === null && runs !== null && newest === null && <NoReport />}
      {error !== null && (
        <ErrorNotice error={error} doing="Opening the report" retry={retry}>
          <Button variant="default" onClick={() => navigate({ page: 'home' })}>
            Past reports
          </Button>
        </ErrorNotice>
      )}
    </>
  );
}

function NoReport() {
  const both = useWorkbench((state) => state.workspace?.reference != null && state.workspace.current !== null);
  return (
    <EmptyState
      title="No report yet"
      text="A report compares current data with a reference and says which columns drifted. Choose the two data sets, or look at one with the sample."
    >
      {both ? (
        <Button onClick={() => void compare()}>Compare</Button>
      ) : (
        <Button onClick={() => navigate({ page: 'home' })}>Choose data</Button>
      )}
      <Button variant="default" onClick={() => void openSample()}>
        Open the sample
      </Button>
    </EmptyState>
  );
}
