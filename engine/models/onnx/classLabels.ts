import type { AttributeProto, NodeProto } from './onnx_pb.ts';

const stringNames = new Set(['classlabels_strings']);
const integerNames = new Set(['classlabels_int64s', 'classlabels_ints']);
const text = new TextDecoder();

function labelsIn({ name, strings, ints }: AttributeProto): string[] {
  if (stringNames.has(name)) return strings.map((bytes) => text.decode(bytes));
  if (integerNames.has(name)) return ints.map(String);
  return [];
}

/** The classes that a node of the ONNX standard's machine-learning part names, in order; null where it names none. */
export function classLabelsOf({ attribute }: NodeProto): string[] | null {
  const found = attribute.map(labelsIn).find((labels) => labels.length > 0);
  return found ?? null;
}
