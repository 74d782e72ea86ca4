import { z } from 'zod';
import { dataSource } from '../domain/dataset.ts';
import { mappedInput, modelInfo, modelTask, predictionColumn, scoringResult, scoringSettings } from '../domain/model.ts';
import { derivation } from '../domain/settings.ts';
import { job } from './operation.ts';

/** A model by its file, or by its name in the workspace: `name`, `name@alias`, `name@3`. */
const model = z.string().min(1).describe('An ONNX file, or a model of the registry: name, name@alias, name@version.');

const scoringInput = z.object({
  source: dataSource,
  model,
  settings: scoringSettings.prefault({}),
  derive: z.array(derivation).default([]).describe('Columns worked out in SQL; they may be features.'),
  where: z.string().nullable().default(null),
  keep: z.array(z.string()).nullable().default(null).describe('Columns kept beside the predictions; null keeps all.'),
  notFeatures: z.array(z.string()).default([]).describe('Columns that no input is filled from unless by hand.'),
});

export const models = {
  inspect: job({
    route: '/models/inspect',
    summary: 'What a model is, whether it can be run, and how columns of a data set would fill it.',
    input: z.object({
      model,
      source: dataSource.nullable().default(null),
      map: scoringSettings.shape.map,
      derive: scoringInput.shape.derive,
      notFeatures: z.array(z.string()).default([]),
    }),
    output: z.object({
      info: modelInfo,
      refused: z.string().nullable().describe('Why it cannot be run; null where it can.'),
      fit: z
        .object({
          task: modelTask.nullable(),
          mapped: z.array(mappedInput),
          predictions: z.array(predictionColumn),
          problem: z.string().nullable().describe('Why the data do not fit; null where they do.'),
        })
        .nullable()
        .describe('null without data, or where the model cannot be run.'),
    }),
  }),
  score: job({
    route: '/models/score',
    summary: 'Score a data set and write rows and predictions as one parquet file. What was stopped goes on where it was.',
    input: scoringInput.extend({ path: z.string().min(1) }),
    output: scoringResult.extend({ path: z.string(), bytes: z.int().nonnegative() }),
  }),
  scoreFolder: job({
    route: '/models/score-folder',
    summary: 'Score each file of a folder or pattern into a file of the same name; what is unchanged since the last time is left alone.',
    input: scoringInput.extend({ folder: z.string().min(1) }),
    output: z.object({
      folder: z.string(),
      files: z.array(
        z.object({
          source: z.string(),
          path: z.string(),
          state: z.enum(['scored', 'unchanged', 'failed']),
          rows: z.int().nonnegative(),
          message: z.string().nullable().describe('Why it failed.'),
        }),
      ),
    }),
  }),
};
