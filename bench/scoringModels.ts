import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as Kind,
  AttributeProtoSchema,
  ModelProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
} from '#engine/models/onnx/onnx_pb.ts';

const features = 10;
const trees = 100;
const depth = 6;

const floats = (name: string, values: number[]): AttributeProto =>
  create(AttributeProtoSchema, { name, type: Kind.FLOATS, floats: values });
const integers = (name: string, values: number[]): AttributeProto =>
  create(AttributeProtoSchema, { name, type: Kind.INTS, ints: values.map(BigInt) });
const integer = (name: string, value: number): AttributeProto => create(AttributeProtoSchema, { name, type: Kind.INT, i: BigInt(value) });
const texts = (name: string, values: string[]): AttributeProto =>
  create(AttributeProtoSchema, { name, type: Kind.STRINGS, strings: values.map((value) => new TextEncoder().encode(value)) });

/** A number in [0, 1) that looks drawn at random and is the same each time. */
function drawn(seed: number): number {
  const x = Math.sin(seed * 12.9898 + 78.233) * 43758.5453;
  return x - Math.floor(x);
}

function model(opType: string, attribute: AttributeProto[]): Uint8Array {
  const tensor = (name: string, width: number): MessageInitShape<typeof ValueInfoProtoSchema> => ({
    name,
    type: {
      value: {
        case: 'tensorType',
        value: {
          elemType: 1,
          shape: { dim: [{ value: { case: 'dimParam', value: 'N' } }, { value: { case: 'dimValue', value: BigInt(width) } }] },
        },
      },
    },
  });
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: 'driftglass-bench',
      opsetImport: [
        { domain: '', version: 17n },
        { domain: 'ai.onnx.ml', version: 1n },
      ],
      graph: {
        name: opType,
        node: [{ opType, domain: 'ai.onnx.ml', input: ['X'], output: ['variable'], attribute }],
        input: [tensor('X', features)],
        output: [tensor('variable', 1)],
      },
    }),
  );
}

function linear(): Uint8Array {
  const coefficients = Array.from({ length: features }, (_, i) => drawn(i) - 0.5);
  return model('LinearRegressor', [floats('coefficients', coefficients), floats('intercepts', [0.5]), integer('targets', 1)]);
}

/** Full trees: node i has the children 2i + 1 and 2i + 2; the last level are leaves. */
function forest(): Uint8Array {
  const perTree = 2 ** (depth + 1) - 1;
  const inner = 2 ** depth - 1;
  const all = Array.from({ length: trees * perTree }, (_, k) => ({ tree: Math.floor(k / perTree), node: k % perTree, k }));
  const leaves = all.filter(({ node }) => node >= inner);
  const ofInner = (value: (k: number, node: number) => number): number[] => all.map(({ k, node }) => (node < inner ? value(k, node) : 0));
  return model('TreeEnsembleRegressor', [
    integers(
      'nodes_treeids',
      all.map(({ tree }) => tree),
    ),
    integers(
      'nodes_nodeids',
      all.map(({ node }) => node),
    ),
    integers(
      'nodes_featureids',
      ofInner((k) => Math.floor(drawn(k) * features)),
    ),
    floats(
      'nodes_values',
      ofInner((k) => drawn(k + 0.5) * 20 - 5),
    ),
    texts(
      'nodes_modes',
      all.map(({ node }) => (node < inner ? 'BRANCH_LEQ' : 'LEAF')),
    ),
    integers(
      'nodes_truenodeids',
      ofInner((_, node) => 2 * node + 1),
    ),
    integers(
      'nodes_falsenodeids',
      ofInner((_, node) => 2 * node + 2),
    ),
    integers(
      'target_treeids',
      leaves.map(({ tree }) => tree),
    ),
    integers(
      'target_nodeids',
      leaves.map(({ node }) => node),
    ),
    integers(
      'target_ids',
      leaves.map(() => 0),
    ),
    floats(
      'target_weights',
      leaves.map(({ k }) => (drawn(k) - 0.5) / trees),
    ),
    integer('n_targets', 1),
  ]);
}

/** Writes a linear model and one of a hundred trees of depth six, each over ten columns. */
export function scoringModels(): { linear: string; trees: string } {
  const folder = resolve(process.cwd(), '.cache/bench');
  mkdirSync(folder, { recursive: true });
  const paths = { linear: resolve(folder, 'linear.onnx'), trees: resolve(folder, 'trees.onnx') };
  writeFileSync(paths.linear, linear());
  writeFileSync(paths.trees, forest());
  return paths;
}
