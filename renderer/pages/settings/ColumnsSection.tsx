import { TagsInput } from '@mantine/core';
import { ColumnField } from './ColumnField.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useColumnNames } from './useColumnNames.ts';

const roles = [
  ['target', 'Target'],
  ['prediction', 'Prediction'],
  ['id', 'Identifier'],
  ['datetime', 'Time'],
  ['weight', 'Weight of a row'],
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
            <ColumnField
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
