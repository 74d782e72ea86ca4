import { Button, MultiSelect, NativeSelect, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { trainedKind } from '#shared/domain/training.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { host } from '../../../host/currentHost.ts';
import { attempt } from '../../../state/attempt.ts';
import { changeQuery } from '../../../state/route.ts';
import { baseName } from '../../../state/sides.ts';
import { startTraining } from '../../../state/training.ts';
import models from '../Models.module.css';
import { FeatureList } from './FeatureList.tsx';
import styles from './Train.module.css';
import { filesOf } from './trainRequest.ts';
import { trainedWords } from './trainWords.ts';
import type { TrainFormState } from './useTrainForm.ts';

interface Props {
  readonly form: TrainFormState;
}

/** What is learned from, what is predicted from what, and where the model goes. */
export function TrainForm({ form }: Props) {
  const { choice, change, inspection, columns, target, features, prepared, source } = form;
  const ready = inspection.data !== null && inspection.error === null;
  return (
    <form
      className={models.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && prepared.ok) void startTraining(prepared.request);
      }}
    >
      <SourceField form={form} />
      {inspection.error !== null && <ErrorNotice error={inspection.error} doing="Opening the data" retry={inspection.retry} />}
      <Field label="Derived columns" id="train-derive">
        <Textarea
          id="train-derive"
          autosize
          minRows={1}
          maxRows={5}
          spellCheck={false}
          value={choice.derive}
          placeholder="minutes = seconds / 60 (SQL, one a line)"
          onChange={(event) => change({ derive: event.currentTarget.value })}
          styles={{ input: { fontFamily: 'var(--mono)' } }}
        />
      </Field>
      <Field label="Only rows where" id="train-where">
        <TextInput
          id="train-where"
          placeholder="all rows (SQL, for example fare_amount > 0)"
          value={choice.where}
          onChange={(event) => change({ where: event.currentTarget.value })}
          spellCheck={false}
        />
      </Field>
      <Field label="Target" id="train-target">
        <NativeSelect
          id="train-target"
          value={target ?? ''}
          onChange={(event) => change({ target: event.currentTarget.value, kind: null })}
          data={[{ value: '', label: 'Choose the column to predict', disabled: true }, ...columns.map(({ column }) => column)]}
        />
      </Field>
      <Field label="Features">
        <FeatureList
          columns={columns.filter(({ column }) => column !== target)}
          features={features}
          change={(next) => change({ features: next })}
        />
      </Field>
      <KindFields form={form} />
      <SplitField form={form} />
      <PathPart form={form} />
      <div className={models.formActions}>
        {source !== '' && ready && !prepared.ok && (
          <span className={models.quiet} role="status">
            {prepared.problem}
          </span>
        )}
        <Button variant="default" onClick={() => changeQuery({ train: '' })}>
          Close
        </Button>
        <Button type="submit" disabled={!ready || !prepared.ok}>
          Train
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly id?: string;
  readonly children: ReactNode;
}

function Field({ label, id, children }: FieldProps) {
  return (
    <div className={models.field}>
      {id === undefined ? (
        <span className={models.label}>{label}</span>
      ) : (
        <label className={models.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div>{children}</div>
    </div>
  );
}

/** The data: the reference if nothing else is said. A path that is typed counts once the field is left. */
function SourceField({ form: { source, chooseSource } }: Props) {
  const [typed, setTyped] = useState(source);
  useEffect(() => setTyped(source), [source]);
  const commit = (): void => {
    if (typed.trim() !== '' && typed.trim() !== source) chooseSource(typed.trim());
  };
  const pick = (): Promise<void> =>
    attempt('Opening data', async () => {
      const [path] = await host.pickData({ title: 'Choose the data to learn from', folder: false });
      if (path !== undefined) chooseSource(path);
    });
  return (
    <Field label="Data" id="train-data">
      <div className={styles.withButton}>
        <TextInput
          id="train-data"
          value={typed}
          placeholder="a file, a folder or a pattern"
          title={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            commit();
          }}
          spellCheck={false}
        />
        <Button size="xs" variant="default" onClick={() => void pick()}>
          Choose…
        </Button>
      </div>
    </Field>
  );
}

function KindFields({ form: { choice, change, kind, features, columns } }: Props) {
  const numbers = columns.filter((each) => features.includes(each.column) && each.kind !== 'text').map(({ column }) => column);
  return (
    <>
      <Field label="Kind of model">
        <SegmentedControl
          aria-label="Kind of model"
          value={kind}
          onChange={(next) => change({ kind: trainedKind.parse(next) })}
          data={trainedKind.options.map((value) => ({ value, label: trainedWords[value] }))}
        />
      </Field>
      <Field label="As categories" id="train-categorical">
        <MultiSelect
          id="train-categorical"
          placeholder={choice.categorical.length === 0 ? 'numbers that are names, such as zones; text always is' : ''}
          searchable
          limit={200}
          hidePickedOptions
          value={choice.categorical.filter((column) => numbers.includes(column))}
          onChange={(next) => change({ categorical: next })}
          data={numbers}
        />
      </Field>
    </>
  );
}

function SplitField({ form: { choice, change } }: Props) {
  const byShare = choice.splitBy === 'share';
  return (
    <Field label="Learn from">
      <div className={styles.split}>
        <SegmentedControl
          aria-label="Rows that are learned from"
          value={choice.splitBy}
          onChange={(next) => change({ splitBy: next === 'first' ? 'first' : 'share' })}
          data={[
            { value: 'share', label: 'A share at random' },
            { value: 'first', label: 'The first rows' },
          ]}
        />
        {byShare ? (
          <NumberInput
            className={styles.splitNumber}
            aria-label="Share of the rows in per cent"
            value={choice.share}
            min={0}
            max={100}
            suffix=" %"
            onChange={(share) => change({ share })}
          />
        ) : (
          <NumberInput
            className={styles.splitNumber}
            aria-label="Number of rows"
            placeholder="30,000"
            value={choice.rows}
            min={1}
            allowDecimal={false}
            thousandSeparator=","
            onChange={(rows) => change({ rows })}
          />
        )}
        <span className={models.quiet}>The other rows are held out and measured.</span>
      </div>
    </Field>
  );
}

function PathPart({ form: { choice, change, usualPath } }: Props) {
  const path = choice.path.trim() || usualPath;
  return (
    <Field label="Write to" id="train-path">
      <TextInput
        id="train-path"
        placeholder={usualPath}
        value={choice.path}
        title={path}
        onChange={(event) => change({ path: event.currentTarget.value })}
        spellCheck={false}
      />
      <p className={models.explains}>Writes {filesOf(path).map(baseName).join(', ')}; files of these names are written over.</p>
    </Field>
  );
}
