import { TagsInput } from '@mantine/core';
import { own } from '#shared/lib/own.ts';
import { CommittedNumber, CommittedText } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

/** The privileged groups with that of one column set, or taken away where it is empty. */
function withPrivileged(privileged: Readonly<Record<string, string>>, column: string, group: string): Record<string, string> {
  const others = Object.entries(privileged).filter(([name]) => name !== column);
  return Object.fromEntries(group === '' ? others : [...others, [column, group]]);
}

/** Whose predictions are compared, once sensitive columns are named. */
export function FairnessSection({ settings, change }: SectionProps) {
  const names = useColumnNames();
  const { fairness } = settings;
  const set = (part: Partial<typeof fairness>): void => change({ fairness: { ...fairness, ...part } });
  const choose = (sensitive: string[]): void => {
    const kept = Object.entries(fairness.privileged).filter(([column]) => sensitive.includes(column));
    set({ sensitive, privileged: Object.fromEntries(kept) });
  };
  return (
    <Section title="Fairness">
      <Field label="Sensitive columns" explains="Their groups are compared, and where several meet. Target and prediction are named above.">
        {(id) => <TagsInput id={id} value={fairness.sensitive} data={names} onChange={choose} splitChars={[]} />}
      </Field>
      {fairness.sensitive.map((column) => (
        <Field key={column} label={`Privileged in ${column}`} explains="The group that the others are set against; empty for none.">
          {(id) => (
            <CommittedText
              id={id}
              value={own(fairness.privileged, column) ?? ''}
              commit={(group) => set({ privileged: withPrivileged(fairness.privileged, column, group) })}
            />
          )}
        </Field>
      ))}
      <Field label="Resamples" explains="Of the bootstrap intervals; 0 leaves them out.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={fairness.resamples}
            min={0}
            max={10_000}
            whole
            commit={(resamples) => set({ resamples: Math.round(resamples ?? 1000) })}
          />
        )}
      </Field>
      <Field label="Small group" explains="Groups with fewer rows are pointed out.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={fairness.smallGroup}
            min={0}
            whole
            commit={(smallGroup) => set({ smallGroup: Math.round(smallGroup ?? 30) })}
          />
        )}
      </Field>
    </Section>
  );
}
