import { ActionIcon, Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScoringSettings } from '#shared/domain/model.ts';
import styles from '../Models.module.css';
import { fillFrom, fillLines, type FillLine } from './scoreRequest.ts';

interface Props {
  readonly scoring: ScoringSettings;
  /** Columns that the model reads. */
  readonly columns: readonly string[];
  readonly change: (change: Partial<ScoringSettings>) => void;
}

const explained = {
  refuse: 'The first missing value stops the scoring, and its row is named.',
  nan: 'Inputs of numbers get NaN, inputs of text an empty text; how many is told.',
} as const;

/** What the model is given where a value is missing; saved as soon as it is chosen. */
export function MissingValues({ scoring: { nulls, fill }, columns, change }: Props) {
  const [lines, setLines] = useState<readonly FillLine[]>(() => fillLines(fill));
  const set = (next: readonly FillLine[]): void => {
    setLines(next);
    change({ fill: fillFrom(next) });
  };
  const free = ['*', ...columns].find((column) => !lines.some((line) => line.column === column)) ?? '';
  return (
    <div className={styles.field}>
      <span className={styles.label}>Missing values</span>
      <div className={styles.stack}>
        <SegmentedControl
          className={styles.fit}
          aria-label="Missing values"
          value={nulls}
          onChange={(next) => change({ nulls: next === 'nan' ? 'nan' : 'refuse' })}
          data={[
            { value: 'refuse', label: 'Stop and say where' },
            { value: 'nan', label: 'Give NaN' },
          ]}
        />
        <p className={styles.explains}>{explained[nulls]}</p>
        {lines.map((line, index) => (
          <FillRow
            key={`${index} of ${lines.length}`}
            line={line}
            columns={columns}
            change={(part) => set(lines.map((each, at) => (at === index ? { ...each, ...part } : each)))}
            remove={() => set(lines.filter((_, at) => at !== index))}
          />
        ))}
        {free !== '' && (
          <Button className={styles.fit} size="compact-xs" variant="default" onClick={() => set([...lines, { column: free, value: '' }])}>
            Give a value instead…
          </Button>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly line: FillLine;
  readonly columns: readonly string[];
  readonly change: (part: Partial<FillLine>) => void;
  readonly remove: () => void;
}

function FillRow({ line, columns, change, remove }: RowProps) {
  const known = [...new Set([...columns, ...(line.column === '*' || line.column === '' ? [] : [line.column])])];
  return (
    <div className={styles.fillRow}>
      <NativeSelect
        aria-label="Column with missing values"
        value={line.column}
        onChange={(event) => change({ column: event.currentTarget.value })}
        data={[{ value: '*', label: 'All other columns' }, ...known]}
      />
      <span className={styles.quiet}>gets</span>
      <TextInput
        aria-label={`Value for ${line.column === '*' ? 'all other columns' : line.column}`}
        value={line.value}
        placeholder="a value"
        onChange={(event) => change({ value: event.currentTarget.value })}
      />
      <ActionIcon size={24} variant="subtle" color="gray" aria-label="Take this value away" onClick={remove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
