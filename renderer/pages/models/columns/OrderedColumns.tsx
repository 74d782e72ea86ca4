import { Button, Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatCount } from '#shared/text/formatNumber.ts';
import { describeValue } from '#shared/text/describeScoring.ts';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { namesFrom, sourceWords, type ColumnChoice, type InputFilling } from '../mapping.ts';
import styles from '../Models.module.css';
import { ColumnList } from './ColumnList.tsx';

interface Props {
  readonly filling: InputFilling;
  readonly columns: readonly ColumnChoice[];
  readonly byHand: boolean;
  /** Takes the columns in order; none finds them anew. */
  readonly change: (columns: readonly string[]) => void;
}

/** One input that several columns fill, in an order that the training has set. */
export function OrderedColumns({ filling, columns, byHand, change }: Props) {
  const [asText, setAsText] = useState(false);
  const { value } = filling;
  return (
    <section className={styles.part} aria-label={`Columns for ${value.name}`}>
      <div className={styles.partHead}>
        <h2 className={styles.heading}>{value.name}</h2>
        <span className={styles.mono}>{describeValue(value)}</span>
        <Standing filling={filling} />
        <span className={styles.spring} />
        <Button variant="subtle" color="gray" onClick={() => setAsText(!asText)} aria-pressed={asText}>
          {asText ? 'As a list' : 'As text'}
        </Button>
        {byHand && (
          <Button variant="subtle" color="gray" onClick={() => change([])}>
            Find anew
          </Button>
        )}
      </div>
      {asText ? (
        <NamesAsText
          filling={filling}
          apply={(names) => {
            change(names);
            setAsText(false);
          }}
        />
      ) : (
        <>
          <ColumnList input={value.name} chosen={filling.columns} columns={columns} change={change} />
          <AddColumn filling={filling} columns={columns} change={change} />
        </>
      )}
    </section>
  );
}

function Standing({ filling: { source, columns, width } }: Pick<Props, 'filling'>) {
  const many = formatCount(columns.length);
  const of = width === null ? `${many} chosen` : `${many} of ${formatCount(width)}`;
  if (width !== null && columns.length !== width) return <ToneMark tone="attention" word={of} />;
  if (source === 'in-file-order') return <ToneMark tone="attention" word={sourceWords[source]} />;
  return source === null ? null : <span className={styles.soft}>{`${of} · ${sourceWords[source]}`}</span>;
}

function AddColumn({ filling, columns, change }: Omit<Props, 'byHand'>) {
  const { value, columns: chosen, width } = filling;
  const left = useMemo(() => columns.map(({ column }) => column).filter((name) => !chosen.includes(name)), [columns, chosen]);
  const full = width !== null && chosen.length >= width;
  if (left.length === 0) return null;
  return (
    <div className={styles.addLine}>
      <Select
        aria-label={`Add a column to ${value.name}`}
        placeholder={full ? 'All places are taken: take one out to add another' : 'Add a column…'}
        disabled={full}
        searchable
        limit={200}
        value={null}
        onChange={(name) => name !== null && change([...chosen, name])}
        data={left}
        nothingFoundMessage="No column of that name"
        w={360}
      />
      {!full && chosen.length === 0 && width === null && (
        <Button variant="default" onClick={() => change(left)}>
          Take all in their order
        </Button>
      )}
    </div>
  );
}

function NamesAsText({ filling, apply }: { readonly filling: InputFilling; readonly apply: (names: readonly string[]) => void }) {
  const [text, setText] = useState(filling.columns.join('\n'));
  return (
    <form
      className={styles.namesText}
      onSubmit={(event) => {
        event.preventDefault();
        apply(namesFrom(text));
      }}
    >
      <Textarea
        aria-label={`Columns for ${filling.value.name} as text`}
        description="One name a line, or separated by commas, in the order of training."
        autosize
        minRows={6}
        maxRows={16}
        styles={{ input: { fontFamily: 'var(--mono)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
      />
      <div>
        <Button type="submit">Use these columns</Button>
      </div>
    </form>
  );
}
