/** What is to be made small. `logistic`: targets 0 and 1, scores are log odds. `squared`: targets and scores are numbers. */
export type Loss = 'logistic' | 'squared';

export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The one score that fits all rows best. */
export function startScore(loss: Loss, target: Float64Array): number {
  let sum = 0;
  for (const value of target) sum += value;
  const mean = sum / target.length;
  return loss === 'squared' ? mean : Math.log(mean / (1 - mean));
}

/** Fills in the slope and the curvature of the loss at each row's score, and returns the mean loss. */
export function slopes(loss: Loss, target: Float64Array, scores: Float64Array, slope: Float64Array, curvature: Float64Array): number {
  const n = target.length;
  let total = 0;
  if (loss === 'squared') {
    for (let i = 0; i < n; i++) {
      const error = scores[i]! - target[i]!;
      slope[i] = error;
      curvature[i] = 1;
      total += error * error;
    }
    return total / n;
  }
  for (let i = 0; i < n; i++) {
    const score = scores[i]!;
    const y = target[i]!;
    const p = probabilityOf(score);
    slope[i] = p - y;
    curvature[i] = p * (1 - p);
    total += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - y * score;
  }
  return total / n;
}
