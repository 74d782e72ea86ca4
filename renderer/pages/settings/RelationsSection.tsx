import { NativeSelect } from '@mantine/core';
import { correlationNames } from '#shared/text/describeCorrelations.ts';
import { CommittedNumber } from './CommittedText.tsx';
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
      <Field label="Smallest segment" explains="Share of the current rows that a weak segment holds at least.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={settings.weakSegments.minimumShare}
            min={0.001}
            max={0.5}
            commit={(minimumShare) => change({ weakSegments: { minimumShare: minimumShare ?? 0.05 } })}
          />
        )}
      </Field>
    </Section>
  );
}
