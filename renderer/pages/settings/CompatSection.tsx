import { NativeSelect } from '@mantine/core';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

const systems = [
  { value: 'none', label: 'Driftglass' },
  { value: 'evidently', label: 'Evidently 0.7, with its quirks' },
] as const;

/** Whose numbers a report has. */
export function CompatSection({ settings, change }: SectionProps) {
  return (
    <Section title="Compatibility">
      <Field
        label="Numbers as in"
        explains="For moving from another system: its numbers, also where ours differ on purpose. The report says so in its head."
      >
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={settings.compat}
            onChange={({ currentTarget }) =>
              change({ compat: systems.find(({ value }) => value === currentTarget.value)?.value ?? 'none' })
            }
            data={[...systems]}
          />
        )}
      </Field>
    </Section>
  );
}
