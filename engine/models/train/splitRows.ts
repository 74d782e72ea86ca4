import type { TrainingSplit } from '#shared/domain/training.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { seededRanks } from '../../stats/seededRanks.ts';
import { impossible } from './trainingTable.ts';

/** Which rows are learned from: 1 for each of those, 0 for the reference. Throws E_TRAINING_DATA where a part is empty. */
export function splitRows(rows: number, split: TrainingSplit): Uint8Array {
  const learned = new Uint8Array(rows);
  if (rows < 2)
    throw impossible(
      rows === 0 ? 'No row is left to learn from.' : 'One row is left, and a model needs some to learn from and some to hold out.',
    );
  if (split.by === 'first') {
    if (split.rows >= rows)
      throw impossible(
        `There are ${formatCount(rows)} rows; learning from the first ${formatCount(split.rows)} leaves none for the reference.`,
      );
    return learned.fill(1, 0, split.rows);
  }
  const count = Math.min(rows - 1, Math.max(1, Math.round(rows * split.share)));
  for (const row of seededRanks(rows, count, seededRandom(split.seed))) learned[row] = 1;
  return learned;
}
