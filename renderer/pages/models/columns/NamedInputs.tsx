import { NativeSelect } from '@mantine/core';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { formatCount } from '#shared/text/formatNumber.ts';
import { describeValue } from '#shared/text/describeScoring.ts';
import { Grid } from '../../../components/Grid.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { sourceWords, type ColumnChoice, type InputFilling } from '../mapping.ts';
import styles from '../Models.module.css';

interface Props {
  readonly fillings: readonly InputFilling[];
  readonly columns: readonly ColumnChoice[];
  readonly change: (input: string, columns: readonly string[]) => void;
}

const helper = createColumnHelper<InputFilling>();
const nameOf = ({ value }: InputFilling): string => value.name;
const rowHeight = 32;
const rowsOnView = 12;

function definitions({ columns, change }: Omit<Props, 'fillings'>): ColumnDef<InputFilling>[] {
  const names = columns.map(({ column }) => column);
  return [
    helper.accessor(nameOf, {
      id: 'input',
      header: 'Input',
      size: 220,
      cell: ({ getValue }) => <MiddleText text={getValue()} />,
    }),
    helper.accessor(({ value }) => describeValue(value), {
      id: 'kind',
      header: 'Kind and shape',
      size: 150,
      cell: ({ getValue }) => <span className={styles.mono}>{getValue()}</span>,
    }),
    helper.display({
      id: 'column',
      header: 'Filled from',
      size: 260,
      cell: ({ row: { original } }) => <ChosenColumn filling={original} names={names} change={change} />,
    }),
    helper.display({
      id: 'source',
      header: 'Where that comes from',
      size: 200,
      meta: { flexible: true },
      cell: ({ row: { original } }) => <Source filling={original} />,
    }),
  ] as ColumnDef<InputFilling>[];
}

/** Inputs that one column each fills. */
export function NamedInputs({ fillings, columns, change }: Props) {
  const latest = useRef(change);
  latest.current = change;
  const defined = useMemo(() => definitions({ columns, change: (input, chosen) => latest.current(input, chosen) }), [columns]);
  return (
    <section className={styles.part} aria-label="One column an input">
      <h2 className={styles.heading}>
        {fillings.length === 1 ? 'The input and its column' : `${formatCount(fillings.length)} inputs, one column each`}
      </h2>
      <div className={styles.inputsGrid} style={{ height: (Math.min(fillings.length, rowsOnView) + 1) * rowHeight + 2 }}>
        <Grid label="Inputs and their columns" columns={defined} rows={fillings} keyOf={nameOf} widthsKey="model-inputs" empty="" />
      </div>
    </section>
  );
}

interface ChoiceProps extends Pick<Props, 'change'> {
  readonly filling: InputFilling;
  readonly names: readonly string[];
}

function ChosenColumn({ filling: { value, columns, source }, names, change }: ChoiceProps) {
  const [chosen = ''] = columns;
  const unknown = chosen !== '' && !names.includes(chosen) ? [{ value: chosen, label: `${chosen} (not in the data)` }] : [];
  const automatic = { value: '', label: source === 'by-hand' ? 'found by name' : 'choose…' };
  return (
    <NativeSelect
      className={styles.cellSelect}
      aria-label={`Column for ${value.name}`}
      value={chosen}
      onChange={(event) => change(value.name, event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
      data={[automatic, ...unknown, ...names]}
    />
  );
}

function Source({ filling: { source } }: { readonly filling: InputFilling }) {
  if (source === null) return <ToneMark tone="attention" word="no column yet" />;
  return <span className={styles.soft}>{sourceWords[source]}</span>;
}
