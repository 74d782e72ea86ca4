import { NativeSelect } from '@mantine/core';
import { CommittedNumber } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

/** How the performance is estimated where labels are not there yet. */
export function EstimationSection({ settings, change }: SectionProps) {
  const { estimation } = settings;
  return (
    <Section title="Estimated performance">
      <Field
        label="Chunks of the reference"
        explains="They say by how much the performance usually varies. By time where the time of a row is named."
      >
        {(id) => (
          <CommittedNumber
            id={id}
            whole
            min={3}
            max={50}
            value={estimation.chunks}
            commit={(chunks) => change({ estimation: { ...estimation, chunks: chunks ?? 10 } })}
          />
        )}
      </Field>
      <Field label="Errors of a regression" explains="Segments are quick and can be read; boosted trees see more and take longer.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={estimation.errors}
            onChange={(event) =>
              change({ estimation: { ...estimation, errors: event.currentTarget.value === 'boosted' ? 'boosted' : 'segments' } })
            }
            data={[
              { value: 'segments', label: 'By segments of one small tree' },
              { value: 'boosted', label: 'By gradient-boosted trees' },
            ]}
          />
        )}
      </Field>
    </Section>
  );
}
