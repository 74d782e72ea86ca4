import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { ColumnChoice } from '../mapping.ts';
import models from '../Models.module.css';
import styles from './Train.module.css';

interface Props {
  readonly columns: readonly ColumnChoice[];
  readonly features: readonly string[];
  readonly change: (features: string[]) => void;
}

/** The columns that a model may learn from, each to be ticked; a filter finds one among many. */
export function FeatureList({ columns, features, change }: Props) {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const shown = columns.filter(({ column }) => column.toLowerCase().includes(wanted));
  const chosen = new Set(features);
  const names = new Set(shown.map(({ column }) => column));
  // In the order of the data, which is the order of the inputs.
  const keep = (isKept: (column: string) => boolean): void => change(columns.map(({ column }) => column).filter(isKept));
  return (
    <div className={models.stack}>
      <div className={styles.featureTools}>
        <TextInput
          aria-label="Filter the features"
          placeholder="Filter…"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button size="compact-xs" variant="default" onClick={() => keep((column) => chosen.has(column) || names.has(column))}>
          All
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => keep((column) => chosen.has(column) && !names.has(column))}>
          None
        </Button>
        <span className={models.quiet} role="status">
          {formatCount(features.length)} of {formatCount(columns.length)} chosen
        </span>
      </div>
      <ul className={styles.features} aria-label="Features">
        {shown.map(({ column, kind }) => (
          <li key={column} className={styles.feature}>
            <Checkbox
              label={column}
              checked={chosen.has(column)}
              onChange={() => keep((each) => (each === column ? !chosen.has(each) : chosen.has(each)))}
            />
            <span className={models.quiet}>{kind}</span>
          </li>
        ))}
        {shown.length === 0 && (
          <li className={models.nothing}>{columns.length === 0 ? 'No column to learn from.' : 'No feature has such a name.'}</li>
        )}
      </ul>
    </div>
  );
}
