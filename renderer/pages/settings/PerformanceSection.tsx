import { NativeSelect } from '@mantine/core';
import { CommittedNumber, CommittedText } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import { ProbabilityColumns } from './ProbabilityColumns.tsx';
import type { SectionProps } from './sectionProps.ts';

const tasks = [
  { value: '', label: 'By the columns' },
  { value: 'regression', label: 'Regression' },
  { value: 'classification', label: 'Classification' },
] as const;

/** How the predictions of a model are measured, once target and prediction are named. */
export function PerformanceSection({ settings, change }: SectionProps) {
  const { performance } = settings;
  const set = (part: Partial<typeof performance>): void => change({ performance: { ...performance, ...part } });
  return (
    <Section title="Model performance">
      <ProbabilityColumns settings={settings} change={change} />
      <Field label="Task" explains="Measured where a target and a prediction are named above.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={performance.task ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set({ task: value === 'regression' || value === 'classification' ? value : null });
            }}
            data={[...tasks]}
          />
        )}
      </Field>
      <Field label="Positive class" explains="Of two classes the one of interest; empty decides by their names.">
        {(id) => (
          <CommittedText
            id={id}
            value={performance.positiveLabel ?? ''}
            commit={(label) => set({ positiveLabel: label === '' ? null : label })}
          />
        )}
      </Field>
      <Field label="Probability threshold" explains="A probability at least this high predicts the positive class.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={performance.probabilityThreshold}
            min={0}
            max={1}
            commit={(threshold) => set({ probabilityThreshold: threshold ?? 0.5 })}
          />
        )}
      </Field>
      <Field label="Rows at the top" explains="So many rows with the highest probabilities are looked at apart.">
        {(id) => (
          <CommittedNumber id={id} value={performance.topRows} min={1} whole placeholder="A tenth" commit={(topRows) => set({ topRows })} />
        )}
      </Field>
    </Section>
  );
}
