import { NativeSelect } from '@mantine/core';
import { correlationNames } from '#shared/text/describeCorrelations.ts';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

const methods = ['pearson', 'spearman', 'kendall'] as const;

/** How relations between columns are measured, where the report has such sections. */
export function RelationsSection({ settings, change }: SectionProps) {
  return (
    <Section title="Relations between columns">
      <Field label="Correlation" explains="The coefficient that orders, draws and judges pairs of numbers.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={settings.correlations.method}
            onChange={(event) => {
              const method = methods.find((each) => each === event.currentTarget.value);
              if (method !== undefined) change({ correlations: { method } });
            }}
            data={methods.map((value) => ({ value, label: correlationNames[value] }))}
          />
        )}
      </Field>
    </Section>
  );
}
