import { CommittedNumber } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

/** How far from the middle of the reference a value is an outlier. */
export function OutlierSection({ settings, change }: SectionProps) {
  const { outliers } = settings;
  const set = (part: Partial<typeof outliers>): void => change({ outliers: { ...outliers, ...part } });
  return (
    <Section title="Outliers">
      <Field label="Beyond the quartiles" explains="By this many times the distance between the quartiles of the reference.">
        {(id) => <CommittedNumber id={id} value={outliers.iqrFactor} min={0.01} commit={(factor) => set({ iqrFactor: factor ?? 1.5 })} />}
      </Field>
      <Field label="Beyond the mean" explains="By this many standard deviations of the reference.">
        {(id) => <CommittedNumber id={id} value={outliers.zLimit} min={0.01} commit={(limit) => set({ zLimit: limit ?? 3 })} />}
      </Field>
    </Section>
  );
}
