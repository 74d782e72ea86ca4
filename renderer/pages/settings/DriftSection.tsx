import { NativeSelect } from '@mantine/core';
import { useWorkbench } from '../../state/workbench.ts';
import { CommittedNumber } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

const alternatives = [
  { value: 'two-sided', label: 'Any difference' },
  { value: 'current-higher', label: 'Current is higher' },
  { value: 'current-lower', label: 'Current is lower' },
] as const;

const adjustments = [
  { value: 'none', label: 'Each p-value for itself' },
  { value: 'benjamini-hochberg', label: 'Adjusted (Benjamini-Hochberg)' },
] as const;

export function DriftSection({ settings, change }: SectionProps) {
  const methods = useWorkbench((state) => state.methods);
  const { drift } = settings;
  const set = (part: Partial<typeof drift>): void => change({ drift: { ...drift, ...part } });
  const chosen = methods.find(({ id }) => id === drift.method);
  return (
    <Section title="Drift">
      <Field label="Method" explains={chosen?.summary ?? 'Chosen for each column by its kind, its number of values and of rows.'}>
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={drift.method ?? ''}
            onChange={(event) => set({ method: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            data={[{ value: '', label: 'By kind and size' }, ...methods.map(({ id: value, label }) => ({ value, label }))]}
          />
        )}
      </Field>
      <Field label="Threshold" explains="For every column; empty takes each method’s own.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={drift.threshold}
            min={0}
            placeholder="The method’s own"
            commit={(threshold) => set({ threshold })}
          />
        )}
      </Field>
      <Field label="Alternative" explains="What the Mann-Whitney and the t test look for. The other methods see every change.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={drift.alternative}
            onChange={({ currentTarget }) =>
              set({ alternative: alternatives.find(({ value }) => value === currentTarget.value)?.value ?? 'two-sided' })
            }
            data={[...alternatives]}
          />
        )}
      </Field>
      <Field
        label="Many columns"
        explains="Of twenty clean columns tested at 0.05 one is flagged. Adjusted, so few are that most of those named did drift."
      >
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={drift.adjust}
            onChange={({ currentTarget }) =>
              set({ adjust: adjustments.find(({ value }) => value === currentTarget.value)?.value ?? 'none' })
            }
            data={[...adjustments]}
          />
        )}
      </Field>
      <Field label="Share of drifted columns" explains="The data set drifts when at least this share of its columns does, between 0 and 1.">
        {(id) => <CommittedNumber id={id} value={drift.share} min={0} max={1} commit={(share) => set({ share: share ?? 0.5 })} />}
      </Field>
    </Section>
  );
}
