import { TagsInput } from '@mantine/core';
import { CommittedNumber } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

/** Which segments the model is measured on, and how sure their numbers are. */
export function SegmentSection({ settings, change }: SectionProps) {
  const { segments } = settings;
  const known = useColumnNames();
  const set = (part: Partial<typeof segments>): void => change({ segments: { ...segments, ...part } });
  return (
    <Section title="Performance by segment">
      <Field
        label="Segments by"
        explains="Columns whose values, or quarters of whose range, are the segments. Empty: the first of few categories."
      >
        {(id) => <TagsInput id={id} value={segments.by} data={known} onChange={(by) => set({ by })} splitChars={[]} />}
      </Field>
      <Field label="Fewest rows" explains="Smaller segments have no metrics.">
        {(id) => <CommittedNumber id={id} whole min={1} value={segments.minimumRows} commit={(rows) => set({ minimumRows: rows ?? 30 })} />}
      </Field>
      <Field label="Confidence of intervals" explains="As 0.95. Empty: no intervals, which take the most time.">
        {(id) => (
          <CommittedNumber
            id={id}
            min={0.01}
            max={0.999}
            placeholder="none"
            value={segments.confidence}
            commit={(confidence) => set({ confidence })}
          />
        )}
      </Field>
      {segments.confidence !== null && (
        <Field label="Drawings" explains="How often rows are drawn anew for the intervals.">
          {(id) => (
            <CommittedNumber
              id={id}
              whole
              min={50}
              max={100_000}
              value={segments.replicates}
              commit={(replicates) => set({ replicates: replicates ?? 1000 })}
            />
          )}
        </Field>
      )}
    </Section>
  );
}
