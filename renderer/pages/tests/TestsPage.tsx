import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { client } from '../../client/engine.ts';
import { useCall } from '../../client/useCall.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../components/HiddenTitle.tsx';
import { openSample } from '../../state/compare.ts';
import { navigate, useRoute } from '../../state/route.ts';
import { readSuiteFile, useSuiteFile, type SuiteChoice } from '../../state/suites.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { SuiteEditor } from './SuiteEditor.tsx';
import { TestsBody } from './TestsBody.tsx';
import { choiceOf } from './testsView.ts';

/** The checks of one report; without an id in the address, of the newest. */
export function TestsPage() {
  const { page, id, query } = useRoute();
  const runs = useWorkbench((state) => state.runs);
  const newest = runs?.[0]?.id ?? null;
  const { text } = useSuiteFile();
  useEffect(() => void readSuiteFile(), []);
  useEffect(() => {
    if (page === 'tests' && id === null && newest !== null) navigate({ page: 'tests', id: newest, query: { ...query } }, { replace: true });
  }, [page, id, newest, query]);
  if (query['edit'] === 'yes') return <SuiteEditor report={id} />;
  if (id !== null && text !== undefined) return <Tested id={id} choice={choiceOf(query['suite'], text)} />;
  return (
    <>
      <HiddenTitle text="Tests" />
      {id === null && runs !== null && newest === null && (
        <EmptyState
          title="Nothing to test yet"
          text="A test asks whether current data are as the reference leads one to expect. Choose two data sets, or look at it with the sample."
        >
          <Button onClick={() => navigate({ page: 'home' })}>Choose data</Button>
          <Button variant="default" onClick={() => void openSample()}>
            Open the sample
          </Button>
        </EmptyState>
      )}
    </>
  );
}

function Tested({ id, choice }: { readonly id: string; readonly choice: SuiteChoice }) {
  const key = JSON.stringify([id, choice]);
  const { data: run, error, retry } = useCall(key, (signal) => client.suites.run({ report: id, ...choice }, { signal }));
  if (error === null && run !== null && run.report === id) return <TestsBody run={run} choice={choice} />;
  return (
    <>
      <HiddenTitle text="Tests" />
      {error !== null && (
        <ErrorNotice error={error} doing="Testing" retry={retry}>
          {choice.suite !== null && (
            <Button variant="default" onClick={() => navigate({ page: 'tests', id, query: { edit: 'yes' } })}>
              Edit the suite
            </Button>
          )}
        </ErrorNotice>
      )}
    </>
  );
}
