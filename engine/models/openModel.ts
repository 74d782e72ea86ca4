import { toBinary } from '@bufbuild/protobuf';
import type { ModelInfo } from '#shared/domain/model.ts';
import { modelInputs, type ModelInput } from './modelInputs.ts';
import { describeModel } from './onnx/describeModel.ts';
import { takeInExternalData } from './onnx/externalData.ts';
import { ModelProtoSchema } from './onnx/onnx_pb.ts';
import { readModelFile } from './onnx/readModelFile.ts';
import { withoutMaps, type UnzippedOutput } from './onnx/withoutMaps.ts';
import { openSession, type Session } from './runtime.ts';

/** A model that is open: what it is, what it wants, and the runtime that runs it. */
export interface OpenModel {
  readonly info: ModelInfo;
  readonly inputs: readonly ModelInput[];
  /** Outputs whose maps were taken apart, with the classes of their columns. */
  readonly unzipped: readonly UnzippedOutput[];
  readonly session: Session;
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
  return { info, inputs, unzipped, session, close: () => session.close() };
}

/** What a model file says of itself, whether or not it can be run. Throws what reading throws. */
export async function inspectModel(path: string): Promise<ModelInfo> {
  return describeModel(await readModelFile(path), []);
}
