import { CompensatedSum } from '../stats/compensatedSum.ts';
import { heightAt, IsotonicFit, type RisingLine } from '../stats/isotonicFit.ts';
import { spreadOver } from '../stats/spreadOver.ts';

const folds = 5;
const errorBins = 10;

/** Hands over distinct probabilities from the highest down, with their rows and how many of them were positive. */
export type ReferencePass = (take: (score: number, positives: number, rows: number) => void) => Promise<void>;

/** What a probability is worth, learnt from the reference. */
export interface Calibration {
  readonly line: RisingLine;
  /** Whether the line is put in place of the model's own probabilities. */
  readonly used: boolean;
  /** Expected calibration error of the model's probabilities, and of the line on rows it was not fitted on; null: not asked. */
  readonly errors: { readonly before: number; readonly after: number } | null;
  /** Of the reference. */
  readonly rows: number;
  readonly positives: number;
}

interface FoldRows {
  readonly rows: number;
  readonly positives: number;
}

/** The same rows fall into the same folds in every pass, since both come in the same order with the same seed. */
function dealer(random: () => number): (positives: number, rows: number) => FoldRows[] {
  return (positives, rows) => {
    const right = spreadOver(positives, folds, random);
    const others = spreadOver(rows - positives, folds, random);
    return right.map((count, fold) => ({ positives: count, rows: count + others[fold]! }));
  };
}

/** Mean gap between probability and what came true over bins of as many rows each, of rows in order of probability. */
class CalibrationError {
  private seen = 0;
  private readonly gaps = Array.from({ length: errorBins }, () => new CompensatedSum());

  constructor(private readonly all: number) {}

  push(probability: number, positives: number, rows: number): void {
    const share = positives / rows;
    for (let left = rows; left > 0;) {
      const bin = Math.min(errorBins - 1, Math.floor((this.seen * errorBins) / this.all));
      const room = bin === errorBins - 1 ? left : Math.max(1, Math.ceil(((bin + 1) * this.all) / errorBins) - this.seen);
      const here = Math.min(left, room);
      this.gaps[bin]!.add((probability - share) * here);
      this.seen += here;
      left -= here;
    }
  }

  get value(): number {
    return this.gaps.reduce((sum, gap) => sum + Math.abs(gap.value), 0) / this.all;
  }
}

/**
 * Learns from the reference what each probability was worth, by isotonic regression, and whether that is nearer to the truth
 * than the model's own word on rows it was not learnt from: the calibration error over five seeded folds decides.
 */
export async function calibrate(pass: ReferencePass, random: () => () => number): Promise<Calibration> {
  const whole = new IsotonicFit();
  const without = Array.from({ length: folds }, () => new IsotonicFit());
  const deal = dealer(random());
  let [rows, positives] = [0, 0];
  await pass((score, right, all) => {
    rows += all;
    positives += right;
    whole.push(score, right, all);
    for (const [fold, held] of deal(right, all).entries())
      if (all > held.rows) without[fold]!.push(score, right - held.positives, all - held.rows);
  });
  const line = whole.finish();
  const lines = without.map((fit) => fit.finish());
  if (positives === 0 || positives === rows || lines.some(({ x }) => x.length === 0))
    return { line, used: false, errors: null, rows, positives };
  const [before, after] = [new CalibrationError(rows), new CalibrationError(rows)];
  const dealAgain = dealer(random());
  await pass((score, right, all) => {
    before.push(score, right, all);
    for (const [fold, held] of dealAgain(right, all).entries())
      if (held.rows > 0) after.push(heightAt(lines[fold]!, score), held.positives, held.rows);
  });
  const errors = { before: before.value, after: after.value };
  return { line, used: errors.after < errors.before, errors, rows, positives };
}

/** The probability after calibration. */
export function calibrated({ line, used }: Calibration, score: number): number {
  return used ? heightAt(line, score) : score;
}
