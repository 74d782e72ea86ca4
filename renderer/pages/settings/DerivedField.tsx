import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Derivation } from '#shared/domain/settings.ts';
import { formatDerived, parseDerived } from '../../state/derivedText.ts';

interface Props {
  readonly id: string;
  readonly derive: readonly Derivation[];
  readonly commit: (derive: Derivation[]) => void;
}

/** Columns worked out in SQL, one a line; they are saved when the field is left. */
export function DerivedField({ id, derive, commit }: Props) {
  const saved = formatDerived(derive);
  const [typed, setTyped] = useState(saved);
  useEffect(() => setTyped(saved), [saved]);
  const parsed = parseDerived(typed);
  return (
    <Textarea
      id={id}
      autosize
      minRows={2}
      spellCheck={false}
      value={typed}
      placeholder="minutes = date_diff('second', pickup_time, dropoff_time) / 60"
      error={parsed.ok ? null : parsed.problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => parsed.ok && typed !== saved && commit(parsed.derive)}
      styles={{ input: { fontFamily: 'var(--mono)' } }}
    />
  );
}
