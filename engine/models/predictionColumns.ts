import { AppError } from '#shared/errors/AppError.ts';
import type { ModelTask, PredictionColumn } from '#shared/domain/model.ts';
import type { UnzippedOutput } from './onnx/withoutMaps.ts';
import type { Block } from './runtime.ts';

/** A prediction column and where its cell stands in the line of a row. */
export interface PlacedColumn extends PredictionColumn {
  readonly offset: number;
  readonly width: number;
  /** Whether the value is the class of the highest of the probabilities. */
  readonly highest: readonly string[] | null;
}

export interface PredictionPlan {
  readonly task: ModelTask;
  readonly columns: readonly PlacedColumn[];
}

interface SeenOutput {
  readonly name: string;
  readonly kind: string;
  readonly width: number;
}

const types: Readonly<Record<string, PredictionColumn['type']>> = {
  float32: 'FLOAT',
  float64: 'DOUBLE',
  bool: 'BOOLEAN',
  string: 'VARCHAR',
  uint64: 'UBIGINT',
};

const typeOf = (kind: string): PredictionColumn['type'] => types[kind] ?? 'BIGINT';
const isFraction = ({ kind }: SeenOutput): boolean => kind === 'float32' || kind === 'float64';

/** Outputs with a line for each row, as a trial run gave them. */
function seen(outputs: Readonly<Record<string, Block>>, rows: number): SeenOutput[] {
  return Object.entries(outputs).flatMap(([name, { kind, dims, cells }]) => {
    const readable = kind !== 'float16' && kind !== 'bfloat16';
    return readable && dims[0] === rows && dims.length <= 2 ? [{ name, kind, width: cells.length / rows }] : [];
  });
}

function single(output: SeenOutput, column: string, role: PredictionColumn['role']): PlacedColumn {
  return { column, output: output.name, role, class: null, type: typeOf(output.kind), offset: 0, width: output.width, highest: null };
}

function spread(
  output: SeenOutput,
  nameOf: (i: number) => string,
  role: PredictionColumn['role'],
  classes: readonly string[] | null,
): PlacedColumn[] {
  return Array.from({ length: output.width }, (_, offset) => ({
    ...single(output, nameOf(offset), role),
    offset,
    class: classes?.[offset] ?? null,
  }));
}

function classesFor(output: SeenOutput, unzipped: readonly UnzippedOutput[], classes: readonly string[] | null): string[] {
  const own = unzipped.find(({ name }) => name === output.name)?.classes ?? classes;
  if (own?.length === output.width) return [...own];
  if (output.width === 1) return [own?.length === 2 ? own[1]! : '1'];
  return Array.from({ length: output.width }, (_, i) => String(i));
}

/** Outputs that are neither the prediction nor a probability keep the model's own names. */
function others(outputs: readonly SeenOutput[], used: readonly SeenOutput[]): PlacedColumn[] {
  return outputs
    .filter((output) => !used.includes(output))
    .flatMap((output) =>
      output.width === 1 ? [single(output, output.name, 'value')] : spread(output, (i) => `${output.name}_${i}`, 'value', null),
    );
}

function classification(
  outputs: readonly SeenOutput[],
  label: SeenOutput | undefined,
  odds: SeenOutput | undefined,
  classes: readonly string[] | null,
): PlacedColumn[] {
  const probabilities = odds === undefined ? [] : spread(odds, (i) => `probability_${classes![i]}`, 'probability', classes);
  const prediction: PlacedColumn[] =
    label !== undefined
      ? [single(label, 'prediction', 'prediction')]
      : odds !== undefined && odds.width > 1
        ? [{ ...single(odds, 'prediction', 'prediction'), type: 'VARCHAR', highest: classes! }]
        : [];
  const used = [label, odds].filter((output) => output !== undefined);
  return [...prediction, ...probabilities, ...others(outputs, used)];
}

/** Names that no two columns share: letter case does not count, and the later ones end in _2, _3, …. */
function withOwnNames(columns: readonly PlacedColumn[]): PlacedColumn[] {
  const taken = new Set<string>();
  return columns.map((placed) => {
    let column = placed.column;
    for (let i = 2; taken.has(column.toLowerCase()); i += 1) column = `${placed.column}_${i}`;
    taken.add(column.toLowerCase());
    return { ...placed, column };
  });
}

/**
 * Which columns the outputs of a trial run become: a label is `prediction`; probabilities (told by ZipMap, by their name, or
 * by standing beside a label with a number a class) are `probability_<class>`; one number a row is `prediction` where there
 * is no label; anything else keeps the name of its output. Throws E_MODEL_UNSUPPORTED where no output
 * has a line for each row.
 */
export function planPredictions(
  model: { readonly path: string; readonly classes: readonly string[] | null; readonly unzipped: readonly UnzippedOutput[] },
  outputs: Readonly<Record<string, Block>>,
  rows: number,
): PredictionPlan {
  const usable = seen(outputs, rows);
  if (usable.length === 0) {
    const shapes = Object.entries(outputs).map(([name, { kind, dims }]) => `${name} ${kind}[${dims.join(', ')}]`);
    const message = `${model.path}: no output has a line of numbers for each row; for ${rows} rows it gave ${shapes.join(', ')}.`;
    throw new AppError('E_MODEL_UNSUPPORTED', message, { subject: { path: model.path } });
  }
  const isUnzipped = ({ name }: SeenOutput): boolean => model.unzipped.some((output) => output.name === name);
  const whole = usable.filter((output) => !isFraction(output) && output.width === 1);
  const label = whole.find(({ name }) => /label|class|predict/i.test(name)) ?? whole[0];
  const fractions = usable.filter(isFraction);
  // Beside a label one number a row may be a score that is no probability, so its name must say that it is one.
  const named = fractions.find(({ name, width }) => (width > 1 || label !== undefined) && /prob|softmax/i.test(name));
  const several = label === undefined ? undefined : fractions.find(({ width }) => width > 1);
  const odds = fractions.find(isUnzipped) ?? named ?? several;
  if (label !== undefined || odds !== undefined) {
    const classes = odds === undefined ? null : classesFor(odds, model.unzipped, model.classes);
    return { task: 'classification', columns: withOwnNames(classification(usable, label, odds, classes)) };
  }
  const value = fractions[0];
  if (value === undefined || value.width > 1) return { task: 'regression', columns: withOwnNames(others(usable, [])) };
  return { task: 'regression', columns: withOwnNames([single(value, 'prediction', 'prediction'), ...others(usable, [value])]) };
}
