import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';

const affirmative = new Set(['1', 'true', 'yes', 'y', 'positive', 'pos', 't']);
const negative = new Set(['0', 'false', 'no', 'n', 'negative', 'neg', 'f', '-1']);

const pairs = [
  ['0', '1'],
  ['false', 'true'],
  ['no', 'yes'],
] as const;

/** The class that would stand beside one that stands alone. */
export function counterpart(label: string): string {
  const pair = pairs.find((each) => each.some((one) => one === label.toLowerCase()));
  return pair?.find((one) => one !== label.toLowerCase()) ?? `not ${label}`;
}

interface Asked {
  readonly chosen: string | null;
  /** The class whose probability is named, or the name of the prediction column, which may be that of a class. */
  readonly named: string | null;
}

/**
 * Which of two classes is the positive one, first match wins: the user's word; the class whose probability is named, or after
 * which the prediction column is named; a word for yes; the other one of a word for no; the last in order. null for more than two classes.
 */
export function positiveClass(labels: readonly string[], { chosen, named }: Asked): string | null {
  if (chosen !== null) {
    if (labels.includes(chosen) || labels.length < 2) return labels.length > 2 ? null : chosen;
    const near = nearNames(chosen, labels);
    const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ` There are ${labels.slice(0, 10).join(', ')}.`;
    throw new AppError('E_CLASS_UNKNOWN', `Neither side has a class ${chosen} in the target.${hint}`);
  }
  if (labels.length === 0 || labels.length > 2) return null;
  if (named !== null && labels.includes(named)) return named;
  const said = labels.find((label) => affirmative.has(label.toLowerCase()));
  if (said !== undefined) return said;
  const others = labels.filter((label) => !negative.has(label.toLowerCase()));
  return others.at(-1) ?? null;
}
