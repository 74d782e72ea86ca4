import { z } from 'zod';
import { trainingRequest, trainingResult } from '../domain/training.ts';
import { job } from './operation.ts';

export const training = {
  train: job({
    route: '/training/train',
    summary: 'Train a baseline model and write it as ONNX, with its card and the held-out rows with predictions beside it.',
    input: trainingRequest.extend({
      path: z.string().min(1).describe('The .onnx file to write.'),
      keepTraining: z.boolean().default(false).describe('Whether the rows it learned from are written beside it as well.'),
    }),
    output: trainingResult,
  }),
};
