import type { Side } from '#shared/domain/dataset.ts';

const referenceWords = /(^|[^a-z])(ref|reference|baseline|base|train|training|before|old|expected)([^a-z]|$)/i;
const currentWords = /(^|[^a-z])(cur|current|prod|production|live|new|after|actual|serving|latest)([^a-z]|$)/i;

const nameOf = (path: string): string =>
  path
    .replace(/[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1) ?? path;

function roleByName(path: string): Side | null {
  const name = nameOf(path);
  const asReference = referenceWords.test(name);
  return asReference === currentWords.test(name) ? null : asReference ? 'reference' : 'current';
}

export type RoleGuess = Partial<Record<Side, string>>;

/**
 * Which dropped path is the reference and which the current data: by words in the names, else in the order given
 * (file names that end in a date are given in order of time by every file manager). One path alone goes where there is room.
 */
export function guessRoles(paths: readonly string[], taken: Readonly<Record<Side, boolean>>): RoleGuess {
  const [first, second] = paths;
  if (first === undefined) return {};
  if (second === undefined) {
    const named = roleByName(first);
    const free: Side = taken.reference ? 'current' : 'reference';
    return { [named !== null && !(taken[named] && !taken[free]) ? named : free]: first };
  }
  const swapped =
    roleByName(first) === 'current'
      ? roleByName(second) !== 'current'
      : roleByName(second) === 'reference' && roleByName(first) !== 'reference';
  return swapped ? { reference: second, current: first } : { reference: first, current: second };
}
