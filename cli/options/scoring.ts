import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { nullPolicy, type NullPolicy, type ScoringSettings } from '#shared/domain/model.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { collect, parseList, parsePair } from '../parseList.ts';

/** The options that say how columns go into a model, as typed. */
export interface ScoringOptions {
  readonly map?: readonly string[];
  readonly nulls?: NullPolicy;
  readonly fill?: readonly string[];
}

const keepWords = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];

export function addScoringOptions(command: Command): Command {
  return command
    .option('--map <input=columns>', 'the columns that fill an input, in order: X=a,b,c; without X= for a model with one input', keepWords)
    .addOption(
      new Option('--nulls <policy>', 'what a missing value does: refuse (usual, unless the model says that it takes them) or nan').choices(
        nullPolicy.options,
      ),
    )
    .option('--fill <column=value>', 'what a missing value of a column is given as; *=VALUE for all others', collect);
}

function mapFrom(words: readonly string[]): ScoringSettings['map'] {
  const map: Record<string, string[]> = {};
  for (const word of words) {
    // A first name in quotes is a column: what stands before the = of an input is not quoted.
    const at = word.startsWith('"') ? -1 : word.indexOf('=');
    const input = at === -1 ? '' : word.slice(0, at).trim();
    if (at === 0 || at === word.length - 1) throw new AppError('E_USAGE', `${JSON.stringify(word)} should be INPUT=COLUMN,COLUMN.`);
    if (map[input] !== undefined) throw new AppError('E_USAGE', `--map names the input ${input || 'of the model'} twice.`);
    map[input] = parseList(at === -1 ? word : word.slice(at + 1));
  }
  return map;
}

/** A model as typed: a path is made whole, a name of the registry stays as it is. */
export function modelWord(word: string): string {
  return /[\\/]|\.onnx$/i.test(word) || existsSync(word) ? resolve(word) : word;
}

/** What the command line says about scoring. Throws E_USAGE. */
export function scoringFrom({ map, nulls, fill }: ScoringOptions): ScoringSettings {
  return { map: mapFrom(map ?? []), nulls: nulls ?? 'refuse', fill: Object.fromEntries((fill ?? []).map(parsePair)) };
}
