import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';

type Key = string | number;

/** What is read, and how its mistakes are reported. */
export interface YamlKind<T extends z.ZodType> {
  readonly schema: T;
  readonly code: ErrorCode;
  /** As in "the model card". */
  readonly what: string;
}

function lineOf(document: Document, lines: LineCounter, keys: readonly Key[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Reads a YAML text by a schema. A mistake names its line, under the code of its kind. */
export function readYaml<T extends z.ZodType>(text: string, { schema, code, what }: YamlKind<T>): z.output<T> {
  const mistake = (line: number, why: string): AppError => new AppError(code, `Line ${line} of ${what}: ${why}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw mistake(lines.linePos(error.pos[0]).line, error.message);
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return parsed.data;
  // A misspelt name explains the mistakes that follow from it.
  const issue = parsed.error.issues.find((each) => each.code === 'unrecognized_keys') ?? parsed.error.issues[0]!;
  const keys = issue.path.filter((key): key is Key => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys[0]!;
    throw mistake(lineOf(document, lines, [...keys, unknown]), `there is no ${[...keys, unknown].join('.')}.`);
  }
  throw mistake(lineOf(document, lines, keys), `${keys.join('.') || 'the file'}: ${issue.message}`);
}
