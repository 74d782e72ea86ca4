import { NativeSelect } from '@mantine/core';
import { ColumnField } from './ColumnField.tsx';
import { CommittedNumber, CommittedText } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

const forms = [
  { value: 'score', label: 'Scores, the highest first' },
  { value: 'rank', label: 'Ranks, the lowest first' },
] as const;

const gains = [
  { value: 'linear', label: 'The target itself' },
  { value: 'exponential', label: '2 to its power, less 1' },
] as const;

const withoutRelevant = [
  { value: 'left-out', label: 'Left out' },
  { value: 'zero', label: 'Count as 0' },
] as const;

/** Whole numbers from 1 to 1000 in a text such as "5, 10"; null where there is none. */
function placesFrom(text: string): number[] | null {
  const places = text.split(/[\s,;]+/).map(Number);
  const valid = places.filter((place) => Number.isInteger(place) && place >= 1 && place <= 1000);
  return valid.length === 0 ? null : [...new Set(valid)].slice(0, 10);
}

/** How lists in order are measured, once the column of the users or queries is named. */
export function RankingSection({ settings, change }: SectionProps) {
  const names = useColumnNames();
  const { ranking } = settings;
  const set = (part: Partial<typeof ranking>): void => change({ ranking: { ...ranking, ...part } });
  return (
    <Section title="Ranking">
      <Field label="User or query" explains="Rows that share it are one ranking. Target and prediction are named above.">
        {(id) => <ColumnField id={id} names={names} value={ranking.group} commit={(group) => set({ group })} />}
      </Field>
      <Field label="First places" explains="How many count, as 5, 10.">
        {(id) => <CommittedText id={id} value={ranking.k.join(', ')} commit={(text) => set({ k: placesFrom(text) ?? [10] })} />}
      </Field>
      <Field label="Predictions are">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={ranking.predictionIs}
            onChange={({ currentTarget }) => set({ predictionIs: currentTarget.value === 'rank' ? 'rank' : 'score' })}
            data={[...forms]}
          />
        )}
      </Field>
      <Field label="Relevant from" explains="A target at least this high is relevant; empty takes any above 0.">
        {(id) => (
          <CommittedNumber
            id={id}
            value={ranking.relevantFrom}
            placeholder="Above 0"
            commit={(value) => set({ relevantFrom: value !== null && value > 0 ? value : null })}
          />
        )}
      </Field>
      <RankingChoices settings={settings} change={change} />
    </Section>
  );
}

function RankingChoices({ settings: { ranking }, change }: SectionProps) {
  const set = (part: Partial<typeof ranking>): void => change({ ranking: { ...ranking, ...part } });
  return (
    <>
      <Field label="Gain of NDCG">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={ranking.gain}
            onChange={({ currentTarget }) => set({ gain: currentTarget.value === 'exponential' ? 'exponential' : 'linear' })}
            data={[...gains]}
          />
        )}
      </Field>
      <Field label="Nothing relevant" explains="What becomes of groups without a relevant item, which have no recall.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={ranking.withoutRelevant}
            onChange={({ currentTarget }) => set({ withoutRelevant: currentTarget.value === 'zero' ? 'zero' : 'left-out' })}
            data={[...withoutRelevant]}
          />
        )}
      </Field>
    </>
  );
}
