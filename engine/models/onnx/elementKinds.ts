import type { ElementKind } from '#shared/domain/model.ts';

/** The numbers of the standard's TensorProto.DataType. */
const kinds: Readonly<Record<number, ElementKind>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'uint16',
  5: 'int16',
  6: 'int32',
  7: 'int64',
  8: 'string',
  9: 'bool',
  10: 'float16',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  16: 'bfloat16',
};

/** The standard's number of a kind of element, as it stands in a file. */
export const elementNumbers = { float32: 1, int64: 7, string: 8, bool: 9, float64: 11 } as const;

/** What a number of the file stands for; 'other' for kinds that hold no table's values. */
export function elementKindOf(number: number): ElementKind {
  return kinds[number] ?? 'other';
}
