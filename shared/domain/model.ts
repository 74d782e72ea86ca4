import { z } from 'zod';

/** What the cells of a tensor are. */
export const elementKind = z.enum([
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'bool',
  'string',
  'other',
]);
export type ElementKind = z.infer<typeof elementKind>;

/** One input or output of a model's graph as its file declares it. */
export const modelValue = z.object({
  name: z.string(),
  structure: z.enum(['tensor', 'sequence', 'map', 'other']),
  element: elementKind,
  shape: z
    .array(z.union([z.int().nonnegative(), z.string()]).nullable())
    .nullable()
    .describe('A number is fixed, a name is free, null is not said; null for the whole: not said.'),
});
export type ModelValue = z.infer<typeof modelValue>;

/** What a model gives for a row, as far as its file says. */
export const modelTask = z.enum(['regression', 'classification']);
export type ModelTask = z.infer<typeof modelTask>;

/** A column that scoring adds to the data. */
export const predictionColumn = z.object({
  column: z.string(),
  output: z.string().describe('The output of the model it is read from.'),
  role: z.enum(['prediction', 'probability', 'value']),
  class: z.string().nullable().describe('The class whose probability it is.'),
  type: z.enum(['FLOAT', 'DOUBLE', 'BIGINT', 'UBIGINT', 'BOOLEAN', 'VARCHAR']),
});
export type PredictionColumn = z.infer<typeof predictionColumn>;

/** What can be told of a model without data. */
export const modelInfo = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  irVersion: z.int(),
  producer: z.string(),
  producerVersion: z.string(),
  domain: z.string(),
  modelVersion: z.string(),
  description: z.string(),
  opsets: z.array(z.object({ domain: z.string(), version: z.int() })),
  metadata: z.record(z.string(), z.string()),
  graph: z.object({
    name: z.string(),
    numberOfNodes: z.int().nonnegative(),
    numberOfParameters: z.number().nonnegative(),
    operators: z.array(z.object({ operator: z.string(), count: z.int().positive() })),
  }),
  inputs: z.array(modelValue),
  outputs: z.array(modelValue),
  classes: z.array(z.string()).nullable().describe('The classes, where the graph names them.'),
  notes: z.array(z.string()).describe('What was done to the copy that is run, in sentences.'),
});
export type ModelInfo = z.infer<typeof modelInfo>;

/** Input of the model → the columns that fill it, in order. One column for an input of one value a row. */
export const columnMapping = z.record(z.string(), z.array(z.string()).min(1));
export type ColumnMapping = z.infer<typeof columnMapping>;

/** Where the columns of an input come from. */
export const mappingSource = z.enum(['by-hand', 'by-name', 'from-model', 'in-file-order']);
export type MappingSource = z.infer<typeof mappingSource>;

/** What is done with missing values of the columns a model reads. */
export const nullPolicy = z.enum(['refuse', 'nan']);
export type NullPolicy = z.infer<typeof nullPolicy>;

/** How data are given to a model. */
export const scoringSettings = z.object({
  map: columnMapping.default({}).describe('Inputs that are filled by hand; the others are found by name.'),
  nulls: nullPolicy
    .default('refuse')
    .describe('What a missing value without a `fill` does: refuse stops and says where; nan gives NaN (text: empty).'),
  fill: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .default({})
    .describe('Column → what a missing value is given as; * stands for all other columns.'),
});
export type ScoringSettings = z.infer<typeof scoringSettings>;

/** A model file that was opened in a workspace, and how data are given to it. */
export const openedModel = z.object({ path: z.string().min(1), scoring: scoringSettings.prefault({}), openedAt: z.string() });
export type OpenedModel = z.infer<typeof openedModel>;

/** How one input was mapped. */
export const mappedInput = z.object({ input: z.string(), columns: z.array(z.string()), source: mappingSource });
export type MappedInput = z.infer<typeof mappedInput>;

/** What scoring a data set gave, beside the file it wrote. */
export const scoringResult = z.object({
  rows: z.int().nonnegative(),
  resumedRows: z.int().nonnegative().describe('Rows that an earlier run had already scored.'),
  task: modelTask,
  mapped: z.array(mappedInput),
  predictions: z.array(predictionColumn),
  missing: z.record(z.string(), z.int()).describe('Column → missing values that the model was given something for.'),
  notFinite: z.record(z.string(), z.int()).describe('Prediction column → values that are no finite number.'),
  replaced: z.array(z.string()).describe('Columns of the data that a prediction of the same name stands in place of.'),
  model: z.object({ name: z.string(), version: z.string(), sha256: z.string() }),
  scoringMs: z.int().nonnegative(),
});
export type ScoringResult = z.infer<typeof scoringResult>;
