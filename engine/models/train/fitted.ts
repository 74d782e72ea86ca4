import type { Part } from './encodeParts.ts';
import type { GraphBuilder } from './graphBuilder.ts';

/** A model in memory, before it is written: what it says of rows, and how it is written. */
export interface Fitted {
  readonly parts: readonly Part[];
  /** The classes in the order of the outputs; null where it predicts a number. */
  readonly classes: readonly string[] | null;
  /** Writes the outputs into a graph that has the inputs. */
  write(builder: GraphBuilder): void;
  /**
   * What the model says of a row: the number, or the probability of each class; and what a difference of it counts
   * against, the size of what was added up.
   */
  predict(row: number, into: Float64Array): number;
  /** The largest difference that rounding may make in the written model, as a share of that size. */
  readonly tolerance: number;
  /** By part: what a unit of it adds to the predicted number; null where that is no single number. */
  readonly coefficients: readonly (number | null)[];
  readonly intercept: number | null;
  readonly notes: readonly string[];
  /** How it was trained, for its card. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}
