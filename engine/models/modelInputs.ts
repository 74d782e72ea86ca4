import { AppError } from '#shared/errors/AppError.ts';
import type { ModelInfo, ModelValue } from '#shared/domain/model.ts';
import { describeValue } from '#shared/text/describeScoring.ts';
import { isCellKind, type CellKind } from './tensors.ts';

/** One input of a model as a table fills it. */
export interface ModelInput {
  readonly name: string;
  readonly kind: CellKind;
  /** Values a row; null where the file leaves it open. */
  readonly width: number | null;
  /** Whether a row is a line of the tensor ([N, k]) or one cell ([N]). */
  readonly rank: 1 | 2;
  /** Rows a run, where the file fixes them; null: as many as one likes. */
  readonly batch: number | null;
}

function fixed(dimension: number | string | null | undefined): number | null {
  return typeof dimension === 'number' && dimension > 0 ? dimension : null;
}

function readInput(path: string, value: ModelValue): ModelInput {
  const refused = (why: string): AppError =>
    new AppError('E_MODEL_UNSUPPORTED', `${path}: the input ${value.name} is ${describeValue(value)}, ${why}.`, { subject: { path } });
  const { element, shape } = value;
  if (value.structure !== 'tensor') throw refused('which rows of a table cannot fill');
  if (!isCellKind(element)) throw refused('and numbers of that kind are not supported');
  if (shape !== null && (shape.length === 0 || shape.length > 2)) throw refused('and a row of a table fills one or two dimensions only');
  const rank = shape?.length === 1 ? 1 : 2;
  return {
    name: value.name,
    kind: element,
    width: rank === 1 ? 1 : fixed(shape?.[1]),
    rank,
    batch: fixed(shape?.[0]),
  };
}

/** The inputs of a model as a table fills them. Throws E_MODEL_UNSUPPORTED where a table cannot. */
export function modelInputs({ path, inputs }: Pick<ModelInfo, 'path' | 'inputs'>): ModelInput[] {
  if (inputs.length === 0) throw new AppError('E_MODEL_UNSUPPORTED', `${path} has no input.`, { subject: { path } });
  const read = inputs.map((value) => readInput(path, value));
  const batches = new Set(read.flatMap(({ batch }) => (batch === null ? [] : [batch])));
  if (batches.size > 1) {
    const sizes = [...batches].join(' and ');
    throw new AppError('E_MODEL_UNSUPPORTED', `${path}: its inputs want different numbers of rows at once: ${sizes}.`, {
      subject: { path },
    });
  }
  return read;
}
