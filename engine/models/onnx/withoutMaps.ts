import { create } from '@bufbuild/protobuf';
import { AppError } from '#shared/errors/AppError.ts';
import { classLabelsOf } from './classLabels.ts';
import { elementNumbers } from './elementKinds.ts';
import { TypeProtoSchema, ValueInfoProtoSchema, type GraphProto, type NodeProto, type ValueInfoProto } from './onnx_pb.ts';

/** An output whose values came as maps of class and probability, and the classes of its columns. */
export interface UnzippedOutput {
  readonly name: string;
  readonly classes: readonly string[] | null;
}

export interface WithoutMaps {
  readonly unzipped: readonly UnzippedOutput[];
  readonly notes: readonly string[];
}

const isTensor = ({ type }: ValueInfoProto): boolean => type?.value.case === 'tensorType' || type === undefined;

/** The node ZipMap behind an output, and what lies between: nodes that only pass its value on. */
function zipMapBehind(graph: GraphProto, output: string): { zipMap: NodeProto; values: string[] } | null {
  const maker = graph.node.find((node) => node.output.includes(output));
  if (maker === undefined) return null;
  if (maker.opType === 'ZipMap') return { zipMap: maker, values: [output] };
  const behind = maker.opType === 'Identity' ? zipMapBehind(graph, maker.input[0]!) : null;
  return behind === null ? null : { ...behind, values: [output, ...behind.values] };
}

function floatOutput(name: string): ValueInfoProto {
  const value = { case: 'tensorType' as const, value: { elemType: elementNumbers.float32 } };
  return create(ValueInfoProtoSchema, { name, type: create(TypeProtoSchema, { value }) });
}

/**
 * The runtime cannot hand out sequences of maps. Takes the nodes that make them out of the graph, which is changed in
 * place, and gives out the tensors that they were made from. Throws E_MODEL_UNSUPPORTED where nothing else is left.
 */
export function withoutMaps(path: string, graph: GraphProto): WithoutMaps {
  const unzipped: UnzippedOutput[] = [];
  const notes: string[] = [];
  const outputs: ValueInfoProto[] = [];
  const gone = new Set<string>();
  for (const output of graph.output) {
    if (isTensor(output)) {
      outputs.push(output);
      continue;
    }
    gone.add(output.name);
    const behind = zipMapBehind(graph, output.name);
    if (behind === null) {
      notes.push(`The output ${output.name} is no tensor and is left out.`);
      continue;
    }
    const { zipMap, values } = behind;
    if (graph.input.some(({ name }) => name === zipMap.input[0])) {
      const message = `${path} only puts the names of classes to what is given to it (${zipMap.input[0]}); it predicts nothing.`;
      throw new AppError('E_MODEL_UNSUPPORTED', message, { subject: { path } });
    }
    values.forEach((name) => gone.add(name));
    unzipped.push({ name: zipMap.input[0]!, classes: classLabelsOf(zipMap) });
    if (!graph.output.some(({ name }) => name === zipMap.input[0])) outputs.push(floatOutput(zipMap.input[0]!));
    notes.push(`The output ${output.name} is a list of maps; its probabilities are read from the tensor before it, ${zipMap.input[0]}.`);
  }
  if (outputs.length === 0) {
    throw new AppError('E_MODEL_UNSUPPORTED', `${path} gives no tensor, so nothing can be read from it.`, { subject: { path } });
  }
  if (gone.size > 0) {
    graph.node = graph.node.filter((node) => !node.output.every((name) => gone.has(name)));
    graph.output = outputs;
  }
  return { unzipped, notes };
}
