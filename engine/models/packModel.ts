import { readFile } from 'node:fs/promises';
import { toBinary } from '@bufbuild/protobuf';
import type { ModelInfo } from '#shared/domain/model.ts';
import { takeInExternalData } from './onnx/externalData.ts';
import { ModelProtoSchema } from './onnx/onnx_pb.ts';
import { readModelFile } from './onnx/readModelFile.ts';
import { openModel } from './openModel.ts';

/** A model in one piece. */
export interface PackedModel {
  readonly info: ModelInfo;
  readonly bytes: Uint8Array;
  /** Whether parts that lay beside the file were taken into it, so that its hash is another one. */
  readonly tookIn: boolean;
}

/** A model file as one piece that runs wherever it lies. It is opened once, so that a model that cannot run is refused here. */
export async function packModel(path: string): Promise<PackedModel> {
  const model = await openModel(path);
  await model.close();
  const file = await readModelFile(path);
  const tookIn = await takeInExternalData(path, file.model);
  const bytes = tookIn ? toBinary(ModelProtoSchema, file.model) : await readFile(path);
  return { info: model.info, bytes, tookIn };
}
