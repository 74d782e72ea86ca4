import type { NumericPair } from '../data/evidence/numericPair.ts';
import type { Pacer } from '../jobs/pacer.ts';

/** Takes a value and how often it stands there, or its weight. */
export type TakeValue = (value: number, count: number) => void;

/** Hands every value of both sides over, each side in ascending order, as often as is asked. */
export type VisitBoth = (take: { readonly reference: TakeValue; readonly current: TakeValue }) => Promise<void>;

const block = 65_536;

async function visitSide(sorted: Float64Array, take: TakeValue, pacer: Pacer): Promise<void> {
  for (let from = 0; from < sorted.length; from += block) {
    const to = Math.min(sorted.length, from + block);
    for (let i = from; i < to; i++) take(sorted[i]!, 1);
    await pacer.pause();
  }
}

/** Hands every finite value of both sides over, each side in ascending order. */
export async function visitEach(
  pair: NumericPair,
  sides: { readonly reference: TakeValue; readonly current: TakeValue },
  pacer: Pacer,
): Promise<void> {
  await pair.visit({
    slice: async (reference, current) => {
      await visitSide(reference, sides.reference, pacer);
      await visitSide(current, sides.current, pacer);
    },
    run: (value, reference, current) => {
      if (reference > 0) sides.reference(value, reference);
      if (current > 0) sides.current(value, current);
    },
  });
}
