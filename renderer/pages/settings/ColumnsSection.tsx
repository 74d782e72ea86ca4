import { NativeSelect, TagsInput } from '@mantine/core';
import { CommittedText } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

const roles = [
  ['target', 'Target'],
  ['prediction', 'Prediction'],
  ['id', 'Identifier'],
  ['datetime', 'Time'],
] as const;

/** Which columns are compared, and which have a part of their own. */
export function ColumnsSection({ settings, change }: SectionProps) {
  const names = useColumnNames();
  return (
    <Section title="Columns">
      <Field label="Only these" explains="Empty compares all.">
        {(id) => (
          <TagsInput
            id={id}
            value={settings.columns ?? []}
            data={names}
            placeholder={settings.columns === null ? 'All columns' : ''}
            onChange={(columns) => change({ columns: columns.length === 0 ? null : columns })}
            splitChars={[]}
          />
        )}
      </Field>
      <Field label="Leave out">
        {(id) => <TagsInput id={id} value={settings.ignore} data={names} onChange={(ignore) => change({ ignore })} splitChars={[]} />}
      </Field>
      {roles.map(([role, label]) => (
        <Field key={role} label={label}>
          {(id) => (
            <RoleField
              id={id}
              names={names}
              value={settings.roles[role]}
              commit={(column) => change({ roles: { ...settings.roles, [role]: column } })}
            />
          )}
        </Field>
      ))}
    </Section>
  );
}

interface RoleProps {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: string | null;
  readonly commit: (column: string | null) => void;
}

/** Chosen from the columns where they are known, else typed. */
function RoleField({ id, names, value, commit }: RoleProps) {
  const take = (text: string): void => commit(text === '' ? null : text);
  if (names.length === 0) return <CommittedText id={id} value={value ?? ''} commit={take} placeholder="None" />;
  const known = value === null || names.includes(value) ? names : [value, ...names];
  return (
    <NativeSelect
      id={id}
      maw={320}
      value={value ?? ''}
      onChange={(event) => take(event.currentTarget.value)}
      data={[{ value: '', label: 'None' }, ...known.map((name) => ({ value: name, label: name }))]}
    />
  );
}
