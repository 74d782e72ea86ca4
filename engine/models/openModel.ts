import { toBinary } from '@bufbuild/protobuf';
import type { ModelInfo } from '#shared/domain/model.ts';
import { modelInputs, type ModelInput } from './modelInputs.ts';
import { describeModel } from './onnx/describeModel.ts';
import { takeInExternalData } from './onnx/externalData.ts';
import { ModelProtoSchema, type AttributeProto, type GraphProto } from './onnx/onnx_pb.ts';
import { readModelFile } from './onnx/readModelFile.ts';
import { withoutMaps, type UnzippedOutput } from './onnx/withoutMaps.ts';
import { openSession, type Feeds, type Outputs, type Session } from './runtime.ts';

/** A model that is open: what it is, what it wants, and the runtime that runs it. */
export interface OpenModel {
  readonly info: ModelInfo;
  readonly inputs: readonly ModelInput[];
  /** Outputs whose maps were taken apart, with the classes of their columns. */
  readonly unzipped: readonly UnzippedOutput[];
  readonly session: Session;
  /** A run with rows that stand for no data: categories that the model refuses are let through. Throws what running throws. */
  tryOut(feeds: Feeds): Promise<Outputs>;
  close(): Promise<void>;
}

export interface OpenModelOptions {
  /** Threads of one run. */
  readonly threads: number;
}

/**
 * Opens a model file: reads it, takes in what lies beside it, takes nodes out that the runtime cannot hand out, and
 * loads it. No data are read. Throws E_FILE_NOT_FOUND, E_FILE_NOT_READABLE, E_MODEL_INVALID, E_MODEL_EXTERNAL_DATA and
 * E_MODEL_UNSUPPORTED with the reason.
 */
export async function openModel(path: string, { threads }: OpenModelOptions = { threads: 1 }): Promise<OpenModel> {
  const file = await readModelFile(path);
  await takeInExternalData(path, file.model);
  const declared = describeModel(file, []);
  const { unzipped, notes } = withoutMaps(path, file.model.graph!);
  const info: ModelInfo = { ...declared, notes: [...notes] };
  const inputs = modelInputs(info);
  const session = await openSession(path, toBinary(ModelProtoSchema, file.model), threads);
  const strict = strictEncoders(file.model.graph!);
  const tryOut = async (feeds: Feeds): Promise<Outputs> => {
    if (strict.length === 0) return session.run(feeds);
    strict.forEach((attribute) => (attribute.i = 1n));
    const lenient = await openSession(path, toBinary(ModelProtoSchema, file.model), threads);
    return lenient.run(feeds).finally(() => lenient.close());
  };
  return { info, inputs, unzipped, session, tryOut, close: () => session.close() };
}

/** What makes encoders fail on a category they do not know, as an empty row has. */
function strictEncoders(graph: GraphProto): AttributeProto[] {
  const encoders = graph.node.filter(({ opType }) => opType === 'OneHotEncoder');
  return encoders.flatMap(({ attribute }) => attribute.filter(({ name, i }) => name === 'zeros' && i === 0n));
}

/** What a model file says of itself, whether or not it can be run. Throws what reading throws. */
export async function inspectModel(path: string): Promise<ModelInfo> {
  return describeModel(await readModelFile(path), []);
}

/** What a model that can be run is, with what is changed in the copy that runs. Throws what opening throws. */
export async function inspectOpened(path: string): Promise<ModelInfo> {
  const model = await openModel(path);
  await model.close();
  return model.info;
}
