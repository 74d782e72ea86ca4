import type { Condition } from '#shared/domain/suite.ts';

const roomForChance = 0.1;

/** Within a tenth of the reference, on both sides. */
export function aboutReference(reference: number | null): Condition | null {
  return reference === null ? null : { eq: { value: reference, relative: roomForChance } };
}

/** At most a tenth more than the reference; less is better and passes. */
export function notMuchMore(reference: number | null): Condition | null {
  return reference === null ? null : { lte: { value: reference, relative: roomForChance } };
}

/** No more than the reference. */
export function notMore(reference: number | null): Condition | null {
  return reference === null ? null : { lte: reference };
}

/** The same as in the reference. */
export function asReference(reference: number | null): Condition | null {
  return reference === null ? null : { eq: reference };
}
