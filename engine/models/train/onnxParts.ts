import { create } from '@bufbuild/protobuf';
import { elementNumbers } from '../onnx/elementKinds.ts';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  TensorShapeProtoSchema,
  TypeProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from '../onnx/onnx_pb.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A constant of doubles. */
export function doubles(name: string, dims: readonly number[], values: ArrayLike<number>): TensorProto {
  // Raw bytes are little-endian whatever the machine is.
  const raw = new DataView(new ArrayBuffer(values.length * 8));
  for (let i = 0; i < values.length; i++) raw.setFloat64(i * 8, values[i]!, true);
  return create(TensorProtoSchema, { name, dims: dims.map(BigInt), dataType: elementNumbers.float64, rawData: new Uint8Array(raw.buffer) });
}

/** A constant of whole numbers of 64 bits. */
export function integers(name: string, dims: readonly number[], values: readonly bigint[]): TensorProto {
  return create(TensorProtoSchema, { name, dims: dims.map(BigInt), dataType: elementNumbers.int64, int64Data: [...values] });
}

/** A constant of texts. */
export function texts(name: string, values: readonly string[]): TensorProto {
  const stringData = values.map(bytesOf);
  return create(TensorProtoSchema, { name, dims: [BigInt(values.length)], dataType: elementNumbers.string, stringData });
}

type AttributeValue =
  | number
  | string
  | readonly string[]
  | { readonly ints: ArrayLike<number> }
  | { readonly floats: ArrayLike<number> }
  | TensorProto;

function attributeOf(name: string, value: AttributeValue): AttributeProto {
  const types = AttributeProto_AttributeType;
  if (typeof value === 'number') return create(AttributeProtoSchema, { name, type: types.INT, i: BigInt(value) });
  if (typeof value === 'string') return create(AttributeProtoSchema, { name, type: types.STRING, s: bytesOf(value) });
  if (Array.isArray(value))
    return create(AttributeProtoSchema, { name, type: types.STRINGS, strings: value.map((each: string) => bytesOf(each)) });
  if ('ints' in value) return create(AttributeProtoSchema, { name, type: types.INTS, ints: Array.from(value.ints, BigInt) });
  if ('floats' in value) return create(AttributeProtoSchema, { name, type: types.FLOATS, floats: Array.from(value.floats) });
  return create(AttributeProtoSchema, { name, type: types.TENSOR, t: value as TensorProto });
}

/** A single float; a number alone is a whole one. */
export function floatAttribute(name: string, f: number): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.FLOAT, f });
}

export const machineLearning = 'ai.onnx.ml';

/** A node; its attributes by name. */
export function node(
  opType: string,
  input: readonly string[],
  output: readonly string[],
  options: {
    readonly domain?: string;
    readonly attributes?: Readonly<Record<string, AttributeValue>>;
    readonly more?: readonly AttributeProto[];
  } = {},
): NodeProto {
  const attribute = Object.entries(options.attributes ?? {}).map(([name, value]) => attributeOf(name, value));
  return create(NodeProtoSchema, {
    opType,
    name: output[0]!,
    domain: options.domain ?? '',
    input: [...input],
    output: [...output],
    attribute: [...attribute, ...(options.more ?? [])],
  });
}

/** A value with a line for each row; `width` null is a single cell a row. */
export function rowsOf(name: string, element: keyof typeof elementNumbers, width: number | null): ValueInfoProto {
  const first = { value: { case: 'dimParam' as const, value: 'N' } };
  const second = width === null ? [] : [{ value: { case: 'dimValue' as const, value: BigInt(width) } }];
  const shape = create(TensorShapeProtoSchema, { dim: [first, ...second] });
  const value = { case: 'tensorType' as const, value: { elemType: elementNumbers[element], shape } };
  return create(ValueInfoProtoSchema, { name, type: create(TypeProtoSchema, { value }) });
}
