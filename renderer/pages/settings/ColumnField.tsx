import { NativeSelect } from '@mantine/core';
import { CommittedText } from './CommittedText.tsx';

interface ColumnFieldProps {
  readonly id: string;
  readonly names: readonly string[];
  readonly value: string | null;
  readonly commit: (column: string | null) => void;
}

/** One column: chosen from the columns where they are known, else typed. */
export function ColumnField({ id, names, value, commit }: ColumnFieldProps) {
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
