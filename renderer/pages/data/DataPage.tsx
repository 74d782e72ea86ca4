import { Button, SegmentedControl } from '@mantine/core';
import type { Side } from '#shared/domain/dataset.ts';
import type { DatasetInfo } from '#shared/domain/dataset.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../components/HiddenTitle.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { pickFor } from '../../state/pickData.ts';
import { changeQuery, useRoute } from '../../state/route.ts';
import { bothSides, sideLabels, useSide } from '../../state/sides.ts';
import { openSample } from '../../state/compare.ts';
import { inspect, useWorkbench } from '../../state/workbench.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import styles from './Data.module.css';
import { RowsGrid } from './RowsGrid.tsx';

/** What is in either data set: its columns and how they are understood, and its rows. */
export function DataPage() {
  const { query } = useRoute();
  const side: Side = query['side'] === 'current' ? 'current' : 'reference';
  const showsRows = query['view'] === 'rows';
  const { source, inspection } = useSide(side);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <HiddenTitle text="Data" />
        <SegmentedControl
          aria-label="Side"
          value={side}
          onChange={(next) => changeQuery({ side: next, column: '', filter: '' })}
          data={bothSides.map((each) => ({ value: each, label: sideLabels[each] }))}
        />
        <SegmentedControl
          aria-label="View"
          value={showsRows ? 'rows' : 'columns'}
          onChange={(next) => changeQuery({ view: next === 'rows' ? next : '' })}
          data={[
            { value: 'columns', label: 'Columns' },
            { value: 'rows', label: 'Rows' },
          ]}
        />
        {inspection?.status === 'ready' && <Summary info={inspection.info} />}
      </header>
      {source === null && <NoData side={side} />}
      {source !== null && inspection?.status === 'failed' && (
        <ErrorNotice error={inspection.error} doing={`Opening the ${side} data`} retry={() => void inspect(source)}>
          <Button variant="default" onClick={() => void pickFor(side, false)}>
            Choose another…
          </Button>
        </ErrorNotice>
      )}
      {source !== null && inspection?.status === 'reading' && <p className={styles.reading}>Reading…</p>}
      {source !== null && inspection?.status === 'ready' && (
        <>
          {showsRows ? (
            <RowsGrid key={source.path} source={source} columns={inspection.info.columns} />
          ) : (
            <ColumnsTable side={side} columns={inspection.info.columns} />
          )}
        </>
      )}
    </div>
  );
}

function Summary({ info: { summary } }: { readonly info: DatasetInfo }) {
  const bytes = summary.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <p className={styles.summary}>
      <strong>{formatCount(summary.numberOfRows)}</strong> rows · <strong>{formatCount(summary.numberOfColumns)}</strong> columns ·{' '}
      {summary.files.length === 1 ? '' : `${formatCount(summary.files.length)} files, `}
      {formatBytes(bytes)} {summary.format}{' '}
      <span className={styles.path}>
        <MiddleText text={summary.path} mono />
      </span>
    </p>
  );
}

function NoData({ side }: { readonly side: Side }) {
  const hasSample = useWorkbench((state) => state.workspace !== null);
  return (
    <EmptyState title={`No ${side} data`} text="Drop a parquet, CSV or JSON lines file anywhere in the window, or choose one.">
      <Button onClick={() => void pickFor(side, false)}>Choose a file…</Button>
      {hasSample && (
        <Button variant="default" onClick={() => void openSample()}>
          Open the sample
        </Button>
      )}
    </EmptyState>
  );
}
