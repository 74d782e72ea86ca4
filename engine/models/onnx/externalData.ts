import { open, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';
import { TensorProto_DataLocation, type GraphProto, type ModelProto, type TensorProto } from './onnx_pb.ts';

function tensorsOf(graph: GraphProto): TensorProto[] {
  const inNodes = graph.node.flatMap(({ attribute }) =>
    attribute.flatMap(({ t, tensors, g, graphs }) => [
      ...(t === undefined ? [] : [t]),
      ...tensors,
      ...(g === undefined ? [] : tensorsOf(g)),
      ...graphs.flatMap(tensorsOf),
    ]),
  );
  return [...graph.initializer, ...inNodes];
}

const refused = (model: string, why: string, cause?: unknown): AppError =>
  new AppError('E_MODEL_EXTERNAL_DATA', `${model} keeps a part of itself in another file, and ${why}.`, {
    subject: { path: model },
    cause,
  });

async function fileOf(model: string, location: string): Promise<string> {
  const folder = await realpath(dirname(resolve(model)));
  const outside = refused(model, `that file, ${JSON.stringify(location)}, is outside the folder of the model`);
  if (location === '' || isAbsolute(location)) throw outside;
  const path = await realpath(resolve(folder, location)).catch((error: unknown) => {
    if (isOutside(folder, resolve(folder, location))) throw outside;
    throw refused(model, `that file, ${JSON.stringify(location)}, is not there`, error);
  });
  if (isOutside(folder, path)) throw outside;
  return path;
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(/[\\/]/, 1)[0] === '..' || isAbsolute(way);
}

async function readPart(model: string, tensor: TensorProto): Promise<Uint8Array> {
  const entries = new Map(tensor.externalData.map(({ key, value }) => [key, value]));
  const path = await fileOf(model, entries.get('location') ?? '');
  const file = await open(path).catch((error: unknown) => {
    throw refused(model, `${path} cannot be opened`, error);
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw refused(model, `${path} is no file`);
    const { size } = found;
    const offset = Number(entries.get('offset') ?? 0);
    const length = Number(entries.get('length') ?? size - offset);
    if (!(Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0 && offset + length <= size))
      throw refused(model, `${path} is shorter than the model says`);
    const bytes = new Uint8Array(length);
    await file.read(bytes, 0, length, offset);
    return bytes;
  } finally {
    await file.close();
  }
}

/**
 * Takes what a model keeps in files beside it into the model itself. Gives whether there was any.
 * Throws E_MODEL_EXTERNAL_DATA where such a file is missing, too short or outside the folder of the model.
 */
export async function takeInExternalData(path: string, model: ModelProto): Promise<boolean> {
  const outside = tensorsOf(model.graph!).filter(({ dataLocation }) => dataLocation === TensorProto_DataLocation.EXTERNAL);
  for (const tensor of outside) {
    tensor.rawData = await readPart(path, tensor);
    tensor.externalData = [];
    tensor.dataLocation = TensorProto_DataLocation.DEFAULT;
  }
  return outside.length > 0;
}
