import { Checkbox, Group, Switch } from '@mantine/core';
import type { MissingKind } from '#shared/domain/settings.ts';
import { CommittedNumber, CommittedText } from './CommittedText.tsx';
import { DerivedField } from './DerivedField.tsx';
import { Field, Section } from './Section.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';

const missingKinds: readonly (readonly [MissingKind, string])[] = [
  ['null', 'Null'],
  ['nan', 'NaN'],
  ['infinity', '±Infinity'],
  ['empty-string', 'Empty text'],
];

const usualSample = { rows: 100_000, seed: 0 };

/** Which rows are read, and what counts as missing in them. */
export function RowsSection({ settings, change }: SectionProps) {
  const { missing, sample } = settings;
  const toggle = (kind: MissingKind): void => {
    const next = missingKinds.map(([each]) => each).filter((each) => (each === kind ? !missing.includes(each) : missing.includes(each)));
    change({ missing: next });
  };
  return (
    <Section title="Rows">
      <div className={styles.field} role="group" aria-labelledby="counts-as-missing">
        <span className={styles.label} id="counts-as-missing">
          Counts as missing
        </span>
        <Group gap={16}>
          {missingKinds.map(([kind, label]) => (
            <Checkbox key={kind} label={label} checked={missing.includes(kind)} onChange={() => toggle(kind)} />
          ))}
        </Group>
      </div>
      <Field label="Derived columns" explains="Worked out in SQL on both sides, one a line; each may use the ones before it.">
        {(id) => <DerivedField id={id} derive={settings.derive} commit={(derive) => change({ derive })} />}
      </Field>
      <Field label="Only rows where" explains="A SQL condition that rows of both data sets must meet. Empty takes all.">
        {(id) => (
          <CommittedText
            id={id}
            mono
            value={settings.where ?? ''}
            placeholder="trip_distance < 100"
            commit={(where) => change({ where: where === '' ? null : where })}
          />
        )}
      </Field>
      <Field label="Read a sample only" explains="Off: every row counts, and every number is exact. On: the report says so on its head.">
        {(id) => <Switch id={id} checked={sample !== null} onChange={() => change({ sample: sample === null ? usualSample : null })} />}
      </Field>
      {sample !== null && (
        <>
          <Field label="Rows a side, about">
            {(id) => (
              <CommittedNumber
                id={id}
                whole
                min={1}
                value={sample.rows}
                commit={(rows) => change({ sample: { ...sample, rows: rows ?? usualSample.rows } })}
              />
            )}
          </Field>
          <Field label="Seed" explains="The same seed draws the same rows.">
            {(id) => (
              <CommittedNumber
                id={id}
                whole
                min={0}
                value={sample.seed}
                commit={(seed) => change({ sample: { ...sample, seed: seed ?? 0 } })}
              />
            )}
          </Field>
        </>
      )}
    </Section>
  );
}
