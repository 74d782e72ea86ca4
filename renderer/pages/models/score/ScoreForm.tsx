import { Button, MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { pickFor } from '../../../state/pickData.ts';
import { changeQuery } from '../../../state/route.ts';
import { startScoring } from '../../../state/scoring.ts';
import { bothSides, sideLabels } from '../../../state/sides.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import { onScreen } from '../mapping.ts';
import styles from '../Models.module.css';
import type { Inspected, ModelSubject } from '../modelView.ts';
import { useDerived, useNotFeatures, useTriedSide } from '../useInspectedModel.ts';
import { MissingValues } from './MissingValues.tsx';
import { pathProblem, usualPath, type ScoreChoice } from './scoreRequest.ts';

interface Props {
  readonly title: string;
  readonly subject: ModelSubject;
  readonly found: Inspected;
  /** Another scoring runs. */
  readonly busy: boolean;
}

/** What is scored, what is done with missing values, and where the predictions go. */
export function ScoreForm({ title, subject, found, busy }: Props) {
  const workspace = useWorkbench((state) => state.workspace);
  const { chosen } = useTriedSide();
  const notFeatures = useNotFeatures();
  const derive = [...useDerived()];
  const [choice, setChoice] = useState<ScoreChoice>({ keepAll: true, keep: [], where: '', path: '' });
  const change = (part: Partial<ScoreChoice>): void => setChoice({ ...choice, ...part });
  const source = chosen.source;
  if (source === null) return <NoData />;
  const usual = usualPath(workspace?.path ?? '', source.path, title);
  const path = choice.path.trim() === '' ? usual : choice.path.trim();
  const wrong = pathProblem(path, [source.path, subject.model]);
  const problem = found.fit?.problem ?? null;
  const columns = chosen.inspection?.status === 'ready' ? chosen.inspection.info.columns.map(({ column }) => column) : [];
  const mapped = found.fit?.mapped.flatMap((each) => each.columns) ?? [];
  const score = (): void => {
    const { keepAll, keep, where } = choice;
    const request = { source, model: subject.model, settings: subject.scoring, derive, where: where.trim() || null, notFeatures, path };
    void startScoring({ ...request, keep: keepAll ? null : [...keep] });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong === null && problem === null && !busy) score();
      }}
    >
      <DataField source={source.path} />
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <span>{onScreen(problem)}</span>
          <Button size="compact-xs" variant="default" onClick={() => changeQuery({ score: '', view: 'columns' })}>
            Choose the columns
          </Button>
        </div>
      )}
      <MissingValues scoring={subject.scoring} columns={[...new Set(mapped)]} change={subject.changeScoring} />
      <KeepField choice={choice} change={change} columns={columns} />
      <div className={styles.field}>
        <label className={styles.label} htmlFor="score-where">
          Only rows where
        </label>
        <TextInput
          id="score-where"
          placeholder="all rows (SQL, for example fare_amount > 100)"
          value={choice.where}
          onChange={(event) => change({ where: event.currentTarget.value })}
          spellCheck={false}
        />
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="score-path">
          Write to
        </label>
        <TextInput
          id="score-path"
          placeholder={usual}
          value={choice.path}
          error={choice.path.trim() === '' ? null : wrong}
          title={path}
          onChange={(event) => change({ path: event.currentTarget.value })}
          spellCheck={false}
        />
      </div>
      <div className={styles.formActions}>
        {busy && <span className={styles.quiet}>Another model is scoring; wait until it is done.</span>}
        <Button variant="default" onClick={() => changeQuery({ score: '' })}>
          Close
        </Button>
        <Button type="submit" disabled={wrong !== null || problem !== null || busy || found.fit === null}>
          Score
        </Button>
      </div>
    </form>
  );
}

function DataField({ source }: { readonly source: string }) {
  const workspace = useWorkbench((state) => state.workspace);
  const { side } = useTriedSide();
  return (
    <div className={styles.field}>
      <span className={styles.label}>Data</span>
      <div>
        <SegmentedControl
          aria-label="Data to score"
          value={side}
          onChange={(next) => changeQuery({ side: next })}
          data={bothSides.map((each) => ({ value: each, label: sideLabels[each], disabled: workspace?.[each] == null }))}
        />
        <p className={styles.explains} title={source}>
          {middleEllipsis(source, 76)}
        </p>
      </div>
    </div>
  );
}

function NoData() {
  return (
    <div className={styles.form}>
      <p>Choose the data to be scored: each row gets the predictions of this model beside it, in a file of its own.</p>
      <div className={styles.formActions}>
        <Button onClick={() => void pickFor('current', false)}>Choose data…</Button>
      </div>
    </div>
  );
}

interface KeepProps {
  readonly choice: ScoreChoice;
  readonly change: (part: Partial<ScoreChoice>) => void;
  readonly columns: readonly string[];
}

function KeepField({ choice: { keepAll, keep }, change, columns }: KeepProps) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>Columns to keep</span>
      <div className={styles.stack}>
        <SegmentedControl
          className={styles.fit}
          aria-label="Columns to keep"
          value={keepAll ? 'all' : 'these'}
          onChange={(next) => change({ keepAll: next === 'all' })}
          data={[
            { value: 'all', label: 'All' },
            { value: 'these', label: 'Only these' },
          ]}
        />
        {!keepAll && (
          <MultiSelect
            aria-label="Columns kept beside the predictions"
            placeholder={keep.length === 0 ? 'None: predictions alone' : ''}
            searchable
            limit={200}
            hidePickedOptions
            value={[...keep]}
            onChange={(next) => change({ keep: next })}
            data={[...columns]}
          />
        )}
      </div>
    </div>
  );
}
