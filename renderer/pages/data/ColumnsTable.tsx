import { NativeSelect, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { createColumnHelper, type ColumnDef, type SortingState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ColumnInfo, Side } from '#shared/domain/dataset.ts';
import { Grid } from '../../components/Grid.tsx';
import { KindMark } from '../../components/KindMark.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { chosenKinds, withColumn } from '../../state/columnChoices.ts';
import { changeQuery, useRoute } from '../../state/route.ts';
import { changeSettings } from '../../state/settings.ts';
import { readWorkspace, useWorkbench } from '../../state/workbench.ts';
import styles from './Data.module.css';

interface Props {
  readonly side: Side;
  readonly columns: readonly ColumnInfo[];
}

const helper = createColumnHelper<ColumnInfo>();

const definitions = [
  helper.accessor('column', {
    id: 'column',
    header: 'Column',
    size: 200,
    sortDescFirst: false,
    cell: ({ getValue }) => <MiddleText text={getValue()} />,
  }),
  helper.accessor('type', {
    id: 'type',
    header: 'Type',
    size: 200,
    sortDescFirst: false,
    cell: ({ getValue }) => <MiddleText text={getValue()} mono />,
  }),
  helper.accessor('kind', {
    id: 'kind',
    header: 'Kind by the rule',
    size: 130,
    sortDescFirst: false,
    cell: ({ getValue }) => <KindMark kind={getValue()} />,
  }),
  helper.display({ id: 'chosen', header: 'Use as', size: 140, cell: ({ row }) => <KindChoice info={row.original} /> }),
  helper.accessor('reason', {
    id: 'reason',
    header: 'Why',
    size: 280,
    meta: { flexible: true },
    enableSorting: false,
    cell: ({ getValue }) => (
      <span className={styles.reason} title={getValue()}>
        {getValue()}
      </span>
    ),
  }),
] as ColumnDef<ColumnInfo>[];

const nameOf = ({ column }: ColumnInfo): string => column;

/** The columns of one side, and how each is understood. */
export function ColumnsTable({ side, columns }: Props) {
  const { query } = useRoute();
  const filter = query['filter'] ?? '';
  const [sorting, setSorting] = useState<SortingState>([]);
  const rows = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/);
    return columns.filter(({ column, type, kind }) => words.every((word) => `${column} ${type} ${kind}`.toLowerCase().includes(word)));
  }, [columns, filter]);
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.filter}
          placeholder="Filter…"
          aria-label="Filter columns"
          leftSection={<IconFilter size={14} />}
          value={filter}
          onChange={(event) => changeQuery({ filter: event.currentTarget.value })}
        />
        <span className={styles.hint}>A kind chosen here holds for both sides, from the next comparison on.</span>
      </div>
      <Grid
        label={`Columns of the ${side} data`}
        columns={definitions}
        rows={rows}
        keyOf={nameOf}
        widthsKey="columns"
        sorting={sorting}
        onSort={setSorting}
        empty={`No column fits “${filter}”.`}
      />
    </>
  );
}

function KindChoice({ info }: { readonly info: ColumnInfo }) {
  const chosen = useWorkbench((state) => state.workspace?.settings.kinds[info.column] ?? '');
  if (info.kind === 'unsupported') return <span className={styles.hint}>not analysed</span>;
  const choose = (text: string): void => {
    const settings = readWorkspace()?.settings;
    const kind = chosenKinds.find((each) => each === text) ?? null;
    if (settings !== undefined) void changeSettings(withColumn(settings, info.column, { kind }));
  };
  return (
    <NativeSelect
      className={styles.kind}
      aria-label={`Use ${info.column} as`}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[{ value: '', label: 'by the rule' }, ...chosenKinds]}
    />
  );
}
