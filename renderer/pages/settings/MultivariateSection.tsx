import { NativeSelect, Switch } from '@mantine/core';
import { CommittedNumber } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

/** How the columns are looked at together, where that section is chosen. */
export function MultivariateSection({ settings, change }: SectionProps) {
  const { multivariate } = settings;
  const set = (part: Partial<typeof multivariate>): void => change({ multivariate: { ...multivariate, ...part } });
  const { pieces, keptVariance, heldOut, classifierRows, classifierThreshold } = multivariate;
  return (
    <Section title="Drift of the columns together">
      <Field label="Pieces of the reference" explains="How much they differ from each other says what is usual.">
        {(id) => <CommittedNumber id={id} value={pieces} min={3} max={50} commit={(value) => set({ pieces: value ?? 10 })} />}
      </Field>
      <Field label="Kept variance" explains="Share of the variance that the principal components keep.">
        {(id) => (
          <CommittedNumber id={id} value={keptVariance} min={0.05} max={0.99} commit={(value) => set({ keptVariance: value ?? 0.65 })} />
        )}
      </Field>
      <Field
        label="Held out"
        explains="Each piece is reconstructed from what the others say; off measures it by itself too, as NannyML does."
      >
        {(id) => <Switch id={id} checked={heldOut} onChange={(event) => set({ heldOut: event.currentTarget.checked })} />}
      </Field>
      <Field label="Rows of the classifier" explains="Of each side; more are drawn by a seed.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={classifierRows}
            min={100}
            max={100_000}
            commit={(value) => set({ classifierRows: value ?? 10_000 })}
          />
        )}
      </Field>
      <Field
        label="Limit of the classifier"
        explains="Drift above this area under its ROC curve, or above what the pieces of the reference reach."
      >
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={classifierThreshold === null ? 'reference' : 'number'}
            onChange={(event) => set({ classifierThreshold: event.currentTarget.value === 'reference' ? null : 0.65 })}
            data={[
              { value: 'number', label: 'A number' },
              { value: 'reference', label: 'From the pieces of the reference' },
            ]}
          />
        )}
      </Field>
      {classifierThreshold !== null && (
        <Field label="Largest area that is no drift" explains="0.5 is a coin, 1 tells every row apart.">
          {(id) => (
            <CommittedNumber
              id={id}
              value={classifierThreshold}
              min={0.5}
              max={1}
              commit={(value) => set({ classifierThreshold: value ?? 0.65 })}
            />
          )}
        </Field>
      )}
    </Section>
  );
}
