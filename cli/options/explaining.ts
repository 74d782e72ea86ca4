import { extname } from 'node:path';
import type { Command } from 'commander';
import type { z } from 'zod';
import { explanationFormat, type ExplanationFormat } from '#shared/contract/explanations.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseNumber } from '../parseList.ts';
import { addRowOptions, type RowOptions } from './rows.ts';
import { modelWord, scoringFrom, type ScoringOptions } from './scoring.ts';

/** The options that say which model, which rows and which number of it, as typed. */
export interface ExplainedOptions extends RowOptions {
  readonly target?: string;
  readonly class?: string;
  readonly ignore?: readonly string[];
  readonly workspace?: string;
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
  return addRowOptions(command)
    .option('--target <name>', 'what the model is to predict', once)
    .option('--class <class>', 'the class that is looked at; usually the positive one of two, each of several')
    .option('--ignore <names>', 'columns that are no features', collect)
    .option('--seed <number>', 'seed of everything that is drawn; usually 0', parseNumber)
    .option('--workspace <folder>', 'the workspace with the registry; usually that of the workbench')
    .option('--clock <time>', 'the time the result bears, for repeatable output', parseTime);
}

const formatOfExtension: Readonly<Record<string, ExplanationFormat>> = { '.html': 'html', '.htm': 'html', '.json': 'json' };

/** The form in which a result is written; null is the table. */
export function formatFrom(options: { readonly output?: string; readonly format?: 'table' | ExplanationFormat }): ExplanationFormat | null {
  const { output, format } = options;
  if (format !== undefined) return format === 'table' ? null : format;
  if (output === undefined || output === '-') return null;
  const found = formatOfExtension[extname(output).toLowerCase()];
  if (found !== undefined) return found;
  const formats = explanationFormat.options.join(', ');
  throw new AppError('E_USAGE', `The format cannot be told from the name ${output}. Add --format with one of ${formats}.`);
}

/** The fields that every question about a model has. */
export function explainedInput(data: string, model: string, options: ScoringOptions & ExplainedOptions): Record<string, unknown> {
  const { target, ignore, derive, where, seed } = options;
  return {
    source: { path: data },
    model: modelWord(model),
    settings: scoringFrom(options),
    target: target ?? null,
    class: options.class ?? null,
    notFeatures: [...(ignore ?? [])],
    derive: [...(derive ?? [])],
    where: where ?? null,
    ...(seed !== undefined && { seed }),
  };
}

/** What was typed as the operation takes it. Throws E_USAGE. */
export function parsedInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new AppError('E_USAGE', `${issue.path.join('.')}: ${issue.message}`);
}
