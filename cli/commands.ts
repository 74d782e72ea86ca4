import { registry } from '#shared/lib/registry.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { methodsCommand } from './commands/methods.ts';
import { modelCommand } from './commands/model.ts';
import { openCommand } from './commands/open.ts';
import { reportCommand } from './commands/report.ts';
import { robustnessCommand } from './commands/robustness.ts';
import { sampleCommand } from './commands/sample.ts';
import { schemaCommand } from './commands/schema.ts';
import { scoreCommand } from './commands/score.ts';
import { suiteCommand } from './commands/suite.ts';
import { testCommand } from './commands/test.ts';
import { trainCommand } from './commands/train.ts';

export const commands = registry([
  reportCommand,
  testCommand,
  diffCommand,
  suiteCommand,
  trainCommand,
  scoreCommand,
  explainCommand,
  robustnessCommand,
  modelCommand,
  methodsCommand,
  schemaCommand,
  sampleCommand,
  openCommand,
]);
