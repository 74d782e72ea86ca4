import { basename } from 'node:path';
import type { ModelInfo, ModelValue } from '#shared/domain/model.ts';
import { classLabelsOf } from './classLabels.ts';
import { elementKindOf } from './elementKinds.ts';
import type { GraphProto, TypeProto, ValueInfoProto } from './onnx_pb.ts';
import type { ModelFile } from './readModelFile.ts';

function shapeOf(type: TypeProto | undefined): ModelValue['shape'] {
  if (type?.value.case !== 'tensorType') return null;
  const { shape } = type.value.value;
  if (shape === undefined) return null;
  return shape.dim.map(({ value }) => {
    if (value.case === 'dimValue') return value.value >= 0n ? Number(value.value) : null;
    return value.case === 'dimParam' && value.value !== '' ? value.value : null;
  });
}

function elementOf(type: TypeProto | undefined): ModelValue['element'] {
  const value = type?.value;
  if (value?.case === 'tensorType') return elementKindOf(value.value.elemType);
  if (value?.case === 'sequenceType') return elementOf(value.value.elemType);
  return value?.case === 'mapType' ? elementOf(value.value.valueType) : 'other';
}

const structures = { tensorType: 'tensor', sequenceType: 'sequence', mapType: 'map' } as const;

function describeValue({ name, type }: ValueInfoProto): ModelValue {
  const kind = type?.value.case;
  return { name, structure: kind === undefined ? 'other' : structures[kind], element: elementOf(type), shape: shapeOf(type) };
}

/** The inputs a caller fills: old files list their constants among them. */
export function openInputs(graph: GraphProto): ValueInfoProto[] {
  const constants = new Set(graph.initializer.map(({ name }) => name));
  return graph.input.filter(({ name }) => !constants.has(name));
}

function operatorsOf(graph: GraphProto): ModelInfo['graph']['operators'] {
  const counts = new Map<string, number>();
  for (const { opType, domain } of graph.node) {
    const operator = domain === '' || domain === 'ai.onnx' || domain === 'ai.onnx.ml' ? opType : `${domain}:${opType}`;
    counts.set(operator, (counts.get(operator) ?? 0) + 1);
  }
  return [...counts]
    .map(([operator, count]) => ({ operator, count }))
    .sort((a, b) => b.count - a.count || (a.operator < b.operator ? -1 : 1));
}

/** Numbers that training gave: those of constant tensors and those in the attributes of machine-learning nodes. */
function numberOfParameters(graph: GraphProto): number {
  const constants = graph.initializer.reduce((sum, { dims }) => sum + dims.reduce((size, each) => size * Number(each), 1), 0);
  const attributes = graph.node.flatMap(({ attribute }) => attribute.map(({ floats, ints }) => floats.length + ints.length));
  return constants + attributes.reduce((sum, each) => sum + each, 0);
}

/** The classes that the graph itself names, by its classifier or its map of probabilities; null where it names none. */
export function classesOf(graph: GraphProto): string[] | null {
  return graph.node.map(classLabelsOf).find((labels) => labels !== null) ?? null;
}

/** The classes that the file lists beside its graph, as JSON; null where it lists none. */
function classesFrom(listed: string | undefined): string[] | null {
  if (listed === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(listed);
    return Array.isArray(parsed) && parsed.every((each) => typeof each === 'string') ? parsed : null;
  } catch {
    return null;
  }
}

/** What a model file says of itself. `notes` tell what is changed in the copy that is run. */
export function describeModel(file: ModelFile, notes: readonly string[]): ModelInfo {
  const { model, path, bytes, sha256 } = file;
  const graph = model.graph!;
  return {
    name: basename(path).replace(/\.onnx$/i, ''),
    path,
    bytes,
    sha256,
    irVersion: Number(model.irVersion),
    producer: model.producerName,
    producerVersion: model.producerVersion,
    domain: model.domain,
    modelVersion: String(model.modelVersion),
    description: model.docString,
    opsets: model.opsetImport.map(({ domain, version }) => ({ domain: domain === '' ? 'ai.onnx' : domain, version: Number(version) })),
    metadata: Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value])),
    graph: {
      name: graph.name,
      numberOfNodes: graph.node.length,
      numberOfParameters: numberOfParameters(graph),
      operators: operatorsOf(graph),
    },
    inputs: openInputs(graph).map(describeValue),
    outputs: graph.output.map(describeValue),
    classes: classesOf(graph) ?? classesFrom(model.metadataProps.find(({ key }) => key === 'classes')?.value),
    notes: [...notes],
  };
}
