import { integerCategories } from '#shared/domain/settings.ts';
import type { ChosenKind, ColumnKind } from '#shared/domain/dataset.ts';
import { familyOf, whyUnsupported } from './sqlTypes.ts';

/** What the rule may look at: the reference side, or the current one where the reference lacks the column. */
export interface KindFacts {
  readonly column: string;
  readonly type: string;
  /** The user's choice for this column, or null. */
  readonly chosen: ChosenKind | null;
  /** The user named this column as the id. */
  readonly isIdRole: boolean;
  readonly valid: number;
  /** Distinct valid values; a lower bound above every limit is enough. */
  readonly distinct: number;
}

export interface KindDecision {
  readonly kind: ColumnKind;
  readonly reason: string;
}

/** Texts with more distinct values than this share of their rows are free text, not categories. */
export const textDistinctShare = 0.5;
/** Below this many values, "all different" says nothing. */
export const fewestForText = 20;

const idName = /(^|[^a-z])(id|uuid|guid|key)$|[a-z](Id|ID|Uuid|UUID|Key)$/;

/** Whether a name reads like that of an identifier: `id`, `trip_id`, `userId`, `row key`. */
export function looksLikeId(column: string): boolean {
  return idName.test(column) || idName.test(column.toLowerCase());
}

function textKind(facts: KindFacts): KindDecision {
  const { valid, distinct } = facts;
  const counts = `${distinct} distinct in ${valid} values`;
  if (valid >= fewestForText && distinct > textDistinctShare * valid) {
    return { kind: 'text', reason: `text: ${counts}, more than half.` };
  }
  return { kind: 'categorical', reason: `categories: ${counts}.` };
}

/**
 * The one rule for kinds, first match wins: the user's choice; the id role; a type that is not analysed; truth values;
 * times; identifiers by type or by name with all values different; fractions; integers by their number of distinct
 * values; text by its share of distinct values. docs/columns.md says it in full.
 */
export function decideKind(facts: KindFacts): KindDecision {
  const family = familyOf(facts.type);
  if (family === 'unsupported') return { kind: 'unsupported', reason: `not analysed: ${whyUnsupported(facts.type)}.` };
  if (facts.chosen !== null) return { kind: facts.chosen, reason: 'chosen by the user.' };
  if (facts.isIdRole) return { kind: 'id', reason: 'named as the id.' };
  if (family === 'boolean') return { kind: 'categorical', reason: 'truth values are categories.' };
  if (family === 'time') return { kind: 'datetime', reason: `a time (${facts.type}).` };
  if (facts.type === 'UUID') return { kind: 'id', reason: 'universally unique identifiers.' };
  const allDifferent = facts.valid >= fewestForText && facts.distinct === facts.valid;
  if (family !== 'fraction' && allDifferent && looksLikeId(facts.column)) {
    return { kind: 'id', reason: 'named like an identifier, and all values differ.' };
  }
  if (family === 'text') return textKind(facts);
  if (family === 'integer' && facts.valid > 0 && facts.distinct <= integerCategories) {
    return { kind: 'categorical', reason: `an integer with ${facts.distinct} distinct values (at most ${integerCategories}).` };
  }
  return {
    kind: 'numeric',
    reason:
      family === 'integer'
        ? `${facts.valid === 0 ? 'an integer without values' : `an integer with more than ${integerCategories} distinct values`}.`
        : `a number (${facts.type}).`,
  };
}
