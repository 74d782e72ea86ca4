import type { PerturbationKind, RobustnessSettings, UnitError } from '#shared/domain/robustness.ts';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { Random } from '#shared/lib/random.ts';
import { meanAndError } from '../../stats/meanAndError.ts';
import { normalDraw } from '../../stats/normalDraw.ts';
import { sampleIndexes } from '../../stats/sampleIndexes.ts';
import type { ExplainedModel, Player } from '../explain/explainedModel.ts';
import type { FeatureRows } from '../scoring/batchScorer.ts';
import { integerRange, type Cells, type CellKind } from '../tensors.ts';

/** One way of making inputs worse. */
export interface Perturbation {
  readonly kind: PerturbationKind;
  readonly level: number | UnitError;
}

/** A category that no data have. */
export const unseenCategory = '(never seen)';

/** Rows whose cells may be written to. */
export interface DraftRows {
  readonly rows: number;
  readonly columns: Cells[];
}

const isFraction = (kind: CellKind): boolean => kind === 'float32' || kind === 'float64';

/** A number as a kind of cell holds it; whole numbers are rounded and kept in range. */
export function asCell(value: number, kind: CellKind): number | bigint {
  if (isFraction(kind)) return value;
  if (kind === 'bool') return value === 0 ? 0 : 1;
  const { lowest, highest } = integerRange(kind)!;
  const rounded = Math.round(value);
  const kept = rounded <= Number(lowest) ? lowest : rounded >= Number(highest) ? highest : BigInt(rounded);
  return kind === 'int64' || kind === 'uint64' ? kept : Number(kept);
}

interface Subject {
  readonly model: ExplainedModel;
  readonly player: Player;
  readonly rows: FeatureRows;
  readonly fill: ScoringSettings['fill'];
}

const kindsOf = ({ model, player }: Subject): CellKind[] => player.features.map((feature) => model.features[feature]!.kind);

function numbersOf({ player, rows }: Subject): Float64Array {
  return Float64Array.from(rows.columns[player.features[0]!] as ArrayLike<number | bigint>, Number);
}

function put(subject: Subject, draft: DraftRows, row: number, value: number | string): void {
  const kinds = kindsOf(subject);
  subject.player.features.forEach((feature, i) => {
    const cells = draft.columns[feature] as unknown[];
    cells[row] = typeof value === 'string' ? value : asCell(value, kinds[i]!);
  });
}

function changeNumbers(subject: Subject, draft: DraftRows, change: (value: number) => number): boolean {
  const values = numbersOf(subject);
  let changed = false;
  values.forEach((value, row) => {
    if (!Number.isFinite(value)) return;
    const next = change(value);
    changed ||= next !== value;
    put(subject, draft, row, next);
  });
  return changed;
}

function addNoise(subject: Subject, draft: DraftRows, level: number, random: Random): boolean {
  const { deviation } = meanAndError(numbersOf(subject).filter(Number.isFinite));
  return deviation > 0 && changeNumbers(subject, draft, (value) => value + level * deviation * normalDraw(random));
}

/** What a missing value is given as, where the model takes one at all. */
function missingCell(subject: Subject): number | string | null {
  const { player, fill } = subject;
  const kinds = kindsOf(subject);
  const given = fill[player.column] ?? fill['*'];
  const text = kinds.every((kind) => kind === 'string');
  if (given !== undefined) return text ? String(given) : Number(given);
  if (text) return '';
  return kinds.every(isFraction) ? Number.NaN : null;
}

function changeShare(rows: number, share: number, random: Random): Float64Array {
  return sampleIndexes(rows, Math.max(1, Math.round(share * rows)), random);
}

function takeAway(subject: Subject, draft: DraftRows, level: number, random: Random): boolean {
  const value = missingCell(subject);
  if (value === null) return false;
  for (const row of changeShare(subject.rows.rows, level, random)) put(subject, draft, row, value);
  return true;
}

/** Gives rows the value of another row that differs; false where all are the same. */
function swapValues(subject: Subject, draft: DraftRows, level: number, random: Random): boolean {
  const values = subject.rows.columns[subject.player.features[0]!] as (string | number)[];
  const { rows } = subject.rows;
  const different = (own: string | number): string | number | null => {
    for (let tries = 0; tries < 50; tries += 1) {
      const other = values[Math.floor(random() * rows)]!;
      if (other !== own) return other;
    }
    return Array.from(values).find((other) => other !== own) ?? null;
  };
  let changed = false;
  for (const row of changeShare(rows, level, random)) {
    const other = different(values[row]!);
    if (other === null) return false;
    put(subject, draft, row, other);
    changed = true;
  }
  return changed;
}

function takeUnseen(subject: Subject, draft: DraftRows, level: number, random: Random): boolean {
  for (const row of changeShare(subject.rows.rows, level, random)) put(subject, draft, row, unseenCategory);
  return true;
}

const conversions: { readonly [K in UnitError]: (value: number) => number } = {
  'celsius-as-fahrenheit': (value) => (value * 9) / 5 + 32,
  'fahrenheit-as-celsius': (value) => ((value - 32) * 5) / 9,
};

/**
 * Makes one column worse in a draft of the rows. Returns false where the perturbation does not fit the column or changes
 * nothing: noise on text or on a constant, a missing value where the model takes none.
 */
export function perturbColumn(subject: Subject, draft: DraftRows, { kind, level }: Perturbation, random: Random): boolean {
  const kinds = kindsOf(subject);
  const text = kinds.every((each) => each === 'string');
  const numeric = kinds.every((each) => each !== 'string' && each !== 'bool');
  if (kind === 'missing') return takeAway(subject, draft, level as number, random);
  if (kind === 'swap') return (text || kinds.every((each) => each === 'bool')) && swapValues(subject, draft, level as number, random);
  if (kind === 'unseen') return text && takeUnseen(subject, draft, level as number, random);
  if (!numeric) return false;
  if (kind === 'noise') return addNoise(subject, draft, level as number, random);
  const change = kind === 'scale' ? (value: number): number => value * (level as number) : conversions[level as UnitError];
  return changeNumbers(subject, draft, change);
}

/** The perturbations that settings ask for. */
export function perturbationsOf(settings: RobustnessSettings): Perturbation[] {
  const of = (kind: PerturbationKind, levels: readonly (number | UnitError)[]): Perturbation[] => levels.map((level) => ({ kind, level }));
  const { noise, missing, scale, units, swap, unseen } = settings;
  return [
    ...of('noise', noise),
    ...of('missing', missing),
    ...of('scale', scale),
    ...of('unit', units),
    ...of('swap', swap),
    ...of('unseen', unseen),
  ];
}

/** A wrong unit befalls one column at a time; the others may befall all at once. */
export const fitsTogether = ({ kind }: Perturbation): boolean => kind !== 'scale' && kind !== 'unit';
