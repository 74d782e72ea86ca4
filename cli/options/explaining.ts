import type { Command } from 'commander';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseNumber } from '../parseList.ts';

/** The options that say which model, which rows and which number of it, as typed. */
export interface ExplainedOptions {
  readonly target?: string;
  readonly class?: string;
  readonly ignore?: readonly string[];
  readonly where?: string;
  readonly seed?: number;
  readonly clock?: Date;
}

export function parseTime(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new AppError('E_USAGE', `${JSON.stringify(text)} is not an ISO 8601 time.`);
  return date;
}

/** What was typed once; a second time is a mistake. */
export function once(text: string, before: string | undefined): string {
  if (before !== undefined) throw new AppError('E_USAGE', `${JSON.stringify(before)} and ${JSON.stringify(text)} are both given.`);
  return text;
}

export function addExplainedOptions(command: Command): Command {
  return command
    .option('--target <name>', 'what the model is to predict', once)
    .option('--class <class>', 'the class that is looked at; usually the positive one of two, each of several')
    .option('--ignore <names>', 'columns that are no features', collect)
    .option('--where <condition>', 'a SQL condition that rows must meet')
    .option('--seed <number>', 'seed of everything that is drawn; usually 0', parseNumber)
    .option('--clock <time>', 'the time the result bears, for repeatable output', parseTime);
}
