import { ActionIcon, Button, ScrollArea } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { columnChart } from '#shared/charts/columnChart.ts';
import { describeChart } from '#shared/charts/describeChart.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { CheckResult, SuiteRun } from '#shared/domain/suite.ts';
import { checkVerdict } from '#shared/text/suiteVerdict.ts';
import { useCall } from '../../client/useCall.ts';
import { Chart } from '../../components/Chart.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { useChartTheme } from '../../components/useChartTheme.ts';
import { readReport } from '../../state/reports.ts';
import { changeQuery, navigate } from '../../state/route.ts';
import { acceptResult, type SuiteChoice } from '../../state/suites.ts';
import { FailingRows } from './FailingRows.tsx';
import styles from './Tests.module.css';
import { ownSuite } from './testsView.ts';

interface Props {
  readonly run: SuiteRun;
  readonly result: CheckResult;
  readonly choice: SuiteChoice;
  readonly step: (by: 1 | -1) => void;
}

/** One check: what was found, what was expected and who says so, the picture, and the rows that fail. */
export function CheckInspector({ run, result, choice, step }: Props) {
  const { tone, word } = checkVerdict(result.status);
  return (
    <div className={styles.inspected}>
      <header className={styles.inspectorHead}>
        <div>
          <h2 className={styles.name}>{result.label}</h2>
          <p className={styles.quiet}>
            {result.column ?? 'The data set'} · <code>{result.check}</code>
          </p>
        </div>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label="Previous check" onClick={() => step(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label="Next check" onClick={() => step(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label="Close the check" onClick={() => changeQuery({ check: '' })}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <ScrollArea className={styles.scroll} viewportProps={{ tabIndex: 0, 'aria-label': 'About the check', role: 'region' }}>
        <div className={styles.content}>
          <div>
            <ToneMark tone={tone} word={word} />
            <p>{result.sentence}</p>
          </div>
          <Expected result={result} />
          <AcceptButton run={run} result={result} choice={choice} />
          {result.column !== null && <Picture report={run.report} column={result.column} />}
          {result.failingRows !== null && (
            <FailingRows
              path={run.current.path}
              derive={run.derive}
              rows={result.failingRows}
              name={[result.check, result.column ?? ''].join(' ').trim()}
            />
          )}
        </div>
      </ScrollArea>
    </div>
  );
}

function Expected({ result }: { readonly result: CheckResult }) {
  return (
    <dl className={styles.expected}>
      <dt>Expected</dt>
      <dd>{result.expected === '' ? 'no condition' : result.expected}</dd>
      <dt>Set by</dt>
      <dd>{result.originSentence}</dd>
      <dt>If not</dt>
      <dd>{result.isCritical ? 'the suite fails' : 'a warning'}</dd>
    </dl>
  );
}

function AcceptButton({ run, result, choice }: Omit<Props, 'step'>) {
  if (result.value === null || (result.status !== 'fail' && result.status !== 'warning')) return null;
  const accept = async (): Promise<void> => {
    if (await acceptResult(run, choice, result.id)) changeQuery({ suite: ownSuite });
  };
  return (
    <Button variant="default" onClick={() => void accept()} className={styles.accept}>
      Accept as new normal
    </Button>
  );
}

function Picture({ report, column }: { readonly report: string; readonly column: string }) {
  const { data } = useCall(report, (signal) => readReport(report, signal));
  const found = data?.dataDrift.columns.find((each) => each.column === column);
  if (found === undefined) return null;
  return (
    <section>
      <h3 className={styles.heading}>Distribution, in shares</h3>
      <ColumnPicture column={found} />
      <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'report', id: report, query: { column } })}>
        All numbers of {column}
      </Button>
    </section>
  );
}

function ColumnPicture({ column }: { readonly column: ColumnReport }) {
  const theme = useChartTheme();
  const chart = useMemo(() => columnChart(column, theme), [column, theme]);
  if (chart === null) return <p className={styles.quiet}>There is no picture of this column.</p>;
  return <Chart option={chart.option} height={chart.height} alternative={describeChart(column)} />;
}
