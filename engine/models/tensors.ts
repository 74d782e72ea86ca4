import type { ElementKind } from '#shared/domain/model.ts';

/** The cells of one tensor in memory, as the runtime takes and gives them. */
export type Cells =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | string[];

/** The kinds of element that columns of a table can fill. */
export type CellKind = Exclude<ElementKind, 'float16' | 'bfloat16' | 'other'>;

const makers: { readonly [K in CellKind]: (length: number) => Cells } = {
  float32: (length) => new Float32Array(length),
  float64: (length) => new Float64Array(length),
  int8: (length) => new Int8Array(length),
  int16: (length) => new Int16Array(length),
  int32: (length) => new Int32Array(length),
  int64: (length) => new BigInt64Array(length),
  uint8: (length) => new Uint8Array(length),
  uint16: (length) => new Uint16Array(length),
  uint32: (length) => new Uint32Array(length),
  uint64: (length) => new BigUint64Array(length),
  bool: (length) => new Uint8Array(length),
  string: (length) => new Array<string>(length).fill(''),
};

/** Whether columns of a table can fill tensors of this kind. */
export function isCellKind(kind: ElementKind): kind is CellKind {
  return Object.hasOwn(makers, kind);
}

/** Memory for so many cells of a kind: zeros, or empty texts. */
export function makeCells(kind: CellKind, length: number): Cells {
  return makers[kind](length);
}

/** The whole numbers a kind can hold; null for kinds that hold fractions, text or truth values. */
export function integerRange(kind: CellKind): { readonly lowest: bigint; readonly highest: bigint } | null {
  const match = /^(u?)int(\d+)$/.exec(kind);
  if (match === null) return null;
  const bits = BigInt(match[2]!);
  return match[1] === 'u' ? { lowest: 0n, highest: 2n ** bits - 1n } : { lowest: -(2n ** (bits - 1n)), highest: 2n ** (bits - 1n) - 1n };
}
