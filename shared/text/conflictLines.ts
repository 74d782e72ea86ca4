import type { Conflict, ConflictingTargetsSection } from '../domain/conflictingTargets.ts';
import { formatCount } from './formatNumber.ts';
import { middleEllipsis } from './middleEllipsis.ts';

/** One pattern of features that has several targets. */
export interface ConflictLine {
  /** Names and values of features; those that are missing last. */
  readonly features: readonly (readonly [name: string, value: string])[];
  readonly rows: string;
  readonly targets: string;
}

function lineOf({ features, rows, targets }: Conflict): ConflictLine {
  const all = Object.entries(features).map(
    ([name, value]) => [middleEllipsis(name, 24), value === null ? null : middleEllipsis(value, 28)] as const,
  );
  const known = all.flatMap(([name, value]) => (value === null ? [] : [[name, value === '' ? '(empty)' : value] as const]));
  const missing = all.flatMap(([name, value]) => (value === null ? [[name, 'missing'] as const] : []));
  return {
    features: [...known, ...missing],
    rows: formatCount(rows),
    targets: targets.map((each) => `${middleEllipsis(each.target, 28)} × ${formatCount(each.rows)}`).join(', '),
  };
}

/** The examples of current, or of the reference where current has no target. */
export function conflictLines({ reference, current }: ConflictingTargetsSection): { side: 'reference' | 'current'; lines: ConflictLine[] } {
  const side = current === null ? 'reference' : 'current';
  return { side, lines: ((current ?? reference)?.examples ?? []).map(lineOf) };
}
