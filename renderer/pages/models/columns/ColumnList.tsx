import { ActionIcon } from '@mantine/core';
import { IconGripVertical, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { KindMark } from '../../../components/KindMark.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { moved, type ColumnChoice } from '../mapping.ts';
import styles from '../Models.module.css';

interface Props {
  readonly input: string;
  readonly chosen: readonly string[];
  readonly columns: readonly ColumnChoice[];
  readonly change: (columns: readonly string[]) => void;
}

/** Where a key sends a column; null for keys that move nothing. */
function placeFor(key: string, index: number, last: number): number | null {
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'ArrowDown') return Math.min(last, index + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/** Columns in order: dragged, or moved by the arrow keys on their handles. */
export function ColumnList({ input, chosen, columns, change }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const kinds = useMemo(() => new Map(columns.map(({ column, kind }) => [column, kind])), [columns]);
  useEffect(() => {
    if (focused === null) return;
    list.current?.querySelectorAll<HTMLElement>('[data-handle]')[focused]?.focus();
    setFocused(null);
  }, [chosen, focused]);
  const move = (from: number, to: number): void => {
    if (from !== to) change(moved(chosen, from, to));
  };
  const takeOut = (index: number): void => change(chosen.filter((_, each) => each !== index));
  const onKey = (event: React.KeyboardEvent, index: number): void => {
    const place = placeFor(event.key, index, chosen.length - 1);
    if (event.key === 'Delete' && chosen.length > 1) takeOut(index);
    else if (place !== null) move(index, place);
    else return;
    event.preventDefault();
    setFocused(place ?? Math.min(index, chosen.length - 2));
  };
  if (chosen.length === 0) return <p className={styles.nothing}>No column yet. Add them in the order in which the model was trained.</p>;
  return (
    <ol className={styles.ordered} aria-label={`Columns for ${input}, in order`} ref={list}>
      {chosen.map((column, index) => {
        const kind = kinds.get(column);
        return (
          <li
            key={`${column} ${chosen.indexOf(column) === index ? '' : index}`}
            className={styles.orderedItem}
            data-over={over === index && dragged !== index ? ((dragged ?? 0) < index ? 'below' : 'above') : undefined}
            data-dragged={dragged === index}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', column);
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
          >
            <button
              type="button"
              className={styles.handle}
              data-handle
              aria-label={`${column}, place ${index + 1} of ${chosen.length}. Arrow keys move it`}
              title="Drag, or press ↑ ↓"
              onKeyDown={(event) => onKey(event, index)}
            >
              <IconGripVertical size={14} aria-hidden />
            </button>
            <span className={styles.place}>{index + 1}</span>
            <span className={styles.orderedName}>
              <MiddleText text={column} />
            </span>
            <span className={styles.orderedKind}>
              <KindOf kind={kind} />
            </span>
            <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Take ${column} out`} onClick={() => takeOut(index)}>
              <IconX size={14} />
            </ActionIcon>
          </li>
        );
      })}
    </ol>
  );
}

function KindOf({ kind }: { readonly kind: ColumnChoice['kind'] | undefined }) {
  if (kind === undefined) return <span className={styles.bad}>not in the data</span>;
  return kind === 'derived' ? <span className={styles.quiet}>derived</span> : <KindMark kind={kind} />;
}
