import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fromBinary } from '@bufbuild/protobuf';
import { AppError } from '#shared/errors/AppError.ts';
import { ModelProtoSchema, type ModelProto } from './onnx_pb.ts';

export interface ModelFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly model: ModelProto;
}

/** The format allows no more than this in one file. */
const largestFile = 2 ** 31 - 1;

const invalid = (path: string, why: string, cause?: unknown): AppError =>
  new AppError('E_MODEL_INVALID', `${path} is no ONNX model that can be read: ${why}.`, { subject: { path }, cause });

async function readBytes(path: string): Promise<Uint8Array> {
  const subject = { path };
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new AppError('E_MODEL_INVALID', `${path} is a folder; name the .onnx file.`, { subject });
    if (found.size > largestFile) throw invalid(path, 'it is larger than 2 GB');
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('E_FILE_NOT_FOUND', `There is no file ${path}.`, { subject });
    throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be opened: ${String(error)}`, { subject, cause: error });
  }
}

function parse(path: string, bytes: Uint8Array): ModelProto {
  if (bytes.length === 0) throw invalid(path, 'it is empty');
  if (Buffer.from(bytes.subarray(0, 40)).toString('latin1').startsWith('version https://git-lfs')) {
    throw invalid(path, 'it is a pointer of git LFS, not the model; fetch it with git lfs pull');
  }
  try {
    return fromBinary(ModelProtoSchema, bytes);
  } catch (error) {
    throw invalid(path, 'it is damaged or of another format', error);
  }
}

/** Reads and checks a model file. Throws E_FILE_NOT_FOUND, E_FILE_NOT_READABLE and E_MODEL_INVALID. */
export async function readModelFile(path: string): Promise<ModelFile> {
  const bytes = await readBytes(path);
  const model = parse(path, bytes);
  if (model.graph === undefined || model.graph.node.length === 0) throw invalid(path, 'it holds no graph');
  if (model.opsetImport.length === 0) throw invalid(path, 'it does not say which version of the operators it uses');
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), model };
}
