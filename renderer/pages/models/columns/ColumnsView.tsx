import { Button, SegmentedControl } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ColumnInfo } from '#shared/domain/dataset.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { openSample } from '../../../state/compare.ts';
import { pickFor } from '../../../state/pickData.ts';
import { changeQuery } from '../../../state/route.ts';
import { bothSides, sideLabels } from '../../../state/sides.ts';
import { inspect, useWorkbench } from '../../../state/workbench.ts';
import { choicesOf, fillingsOf, onScreen, withInput } from '../mapping.ts';
import styles from '../Models.module.css';
import type { DetailProps } from '../modelView.ts';
import { useDerived, useTriedSide } from '../useInspectedModel.ts';
import { NamedInputs } from './NamedInputs.tsx';
import { OrderedColumns } from './OrderedColumns.tsx';
import { PredictionTable } from './PredictionTable.tsx';

/** Which columns of the chosen data fill which input, and what the model adds to them. */
export function ColumnsView(props: DetailProps) {
  const { side, chosen } = useTriedSide();
  if (chosen.source === null) return <NoData />;
  const { inspection, source } = chosen;
  return (
    <>
      <Toolbar {...props} />
      {inspection?.status === 'failed' && (
        <ErrorNotice error={inspection.error} doing={`Opening the ${side} data`} retry={() => void inspect(source)}>
          <Button variant="default" onClick={() => void pickFor(side, false)}>
            Choose another…
          </Button>
        </ErrorNotice>
      )}
      {inspection?.status === 'ready' && <Mapping {...props} columns={inspection.info.columns} />}
    </>
  );
}

function NoData() {
  return (
    <EmptyState
      title="No data to try it on"
      text="Choose data, and this shows which column fills which input, where that comes from, and what the model would add."
    >
      <Button onClick={() => void pickFor('current', false)}>Choose data…</Button>
      <Button variant="default" onClick={() => void openSample()}>
        Open the sample
      </Button>
    </EmptyState>
  );
}

function Toolbar({ subject, pending }: DetailProps) {
  const { side, chosen } = useTriedSide();
  const sources = useWorkbench((state) => state.workspace);
  const byHand = Object.keys(subject.scoring.map).length > 0;
  return (
    <div className={styles.tools}>
      <SegmentedControl
        aria-label="Data"
        value={side}
        onChange={(next) => changeQuery({ side: next })}
        data={bothSides.map((each) => ({ value: each, label: sideLabels[each], disabled: sources?.[each] == null }))}
      />
      <span className={styles.quiet}>{chosen.name}</span>
      <span className={styles.spring} />
      {pending && <span className={styles.quiet}>Checking…</span>}
      {byHand && (
        <Button variant="default" leftSection={<IconRotate size={14} />} onClick={() => subject.changeScoring({ map: {} })}>
          Find all columns anew
        </Button>
      )}
    </div>
  );
}

function Mapping({ found, subject, columns: given }: DetailProps & { readonly columns: readonly ColumnInfo[] }) {
  const { info, fit } = found;
  const { map } = subject.scoring;
  const derived = useDerived();
  const columns = useMemo(
    () =>
      choicesOf(
        given,
        derived.map(({ column }) => column),
      ),
    [given, derived],
  );
  const names = useMemo(() => columns.map(({ column }) => column), [columns]);
  // A table whose rows are others at every drawing never comes to rest.
  const { narrow, wide } = useMemo(() => {
    const fillings = fillingsOf(info.inputs, fit?.mapped ?? [], map, names);
    return { narrow: fillings.filter(({ width }) => width === 1), wide: fillings.filter(({ width }) => width !== 1) };
  }, [info.inputs, fit, map, names]);
  const change = (input: string, chosen: readonly string[]): void => subject.changeScoring({ map: withInput(map, input, chosen) });
  return (
    <div className={styles.mapping}>
      {fit?.problem != null && (
        <p className={styles.problem} role="status">
          <ToneMark tone="attention" word="Not yet" />
          <span>{onScreen(fit.problem)}</span>
        </p>
      )}
      {wide.map((filling) => (
        <OrderedColumns
          key={filling.value.name}
          filling={filling}
          columns={columns}
          byHand={(map[filling.value.name] ?? map['']) !== undefined}
          change={(chosen) => change(filling.value.name, chosen)}
        />
      ))}
      {narrow.length > 0 && <NamedInputs fillings={narrow} columns={columns} change={change} />}
      {fit !== null && fit.predictions.length > 0 && <PredictionTable predictions={fit.predictions} columns={names} />}
    </div>
  );
}
