import { NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface TextProps {
  readonly id: string;
  readonly value: string;
  readonly commit: (value: string) => void;
  readonly placeholder?: string;
  readonly mono?: boolean;
}

/** A text field that saves when it is left or Enter is pressed; Esc takes back what was typed. */
export function CommittedText({ id, value, commit, placeholder, mono = false }: TextProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = (): void => {
    if (typed.trim() !== value) commit(typed.trim());
  };
  return (
    <TextInput
      id={id}
      value={typed}
      placeholder={placeholder}
      spellCheck={false}
      styles={mono ? { input: { fontFamily: 'var(--mono)' } } : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        if (event.key === 'Escape') setTyped(value);
      }}
    />
  );
}

interface NumberProps {
  readonly id: string;
  readonly value: number | null;
  readonly commit: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
}

/** The same for a number; empty is null. */
export function CommittedNumber({ id, value, commit, min, max, whole = false, placeholder, label }: NumberProps) {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const done = (): void => {
    const number = typed === '' ? null : Number(typed);
    const bounded = number === null || Number.isNaN(number) ? null : Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number));
    if (bounded === value) setTyped(value ?? '');
    else commit(bounded);
  };
  return (
    <NumberInput
      id={id}
      aria-label={label}
      value={typed}
      placeholder={placeholder}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
      allowDecimal={!whole}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      clampBehavior="none"
      maw={160}
    />
  );
}
