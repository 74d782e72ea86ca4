import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { suite as suiteSchema, type CheckParams, type Condition, type Suite } from '#shared/domain/suite.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { checks } from './checks.ts';
import { presets } from './presets.ts';
import { known, paramsOf } from './planChecks.ts';

type Key = string | number;

interface SuiteText {
  readonly document: Document;
  readonly lines: LineCounter;
}

function mistake(line: number, what: string): AppError {
  return new AppError('E_SUITE_INVALID', `Line ${line} of the suite: ${what}`);
}

function lineOf({ document, lines }: SuiteText, keys: readonly Key[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const fieldNames = ['name', 'presets', 'checks', 'check', 'column', 'columns', 'params', 'condition', 'mostly', 'isCritical'];
const conditionNames = ['eq', 'notEq', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'between', 'value', 'relative', 'absolute'];

function unknownKey(text: SuiteText, path: readonly Key[], key: string): AppError {
  const possible = path.includes('condition') ? conditionNames : fieldNames;
  const near = nearNames(key, possible);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `known are ${possible.join(', ')}.`;
  return mistake(lineOf(text, [...path, key]), `there is no ${key} here; ${hint}`);
}

/** A misspelt name explains the mistakes that follow from it. */
function worstOf(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!;
}

function explain(text: SuiteText, issue: z.core.$ZodIssue): AppError {
  const path = issue.path.filter((key): key is Key => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') return unknownKey(text, path, issue.keys[0]!);
  return mistake(lineOf(text, path), `${path.join('.') || 'the file'}: ${issue.message}`);
}

/** Asks that every name is one that exists, and says on which line one does not. */
function checkNames(text: SuiteText, { presets: named = [], checks: entries = [] }: Suite): void {
  const at = (path: readonly Key[], look: () => unknown): void => {
    try {
      look();
    } catch (error) {
      throw error instanceof AppError ? mistake(lineOf(text, path), error.message) : error;
    }
  };
  named.forEach((id, i) => at(['presets', i], () => known(presets, id, 'preset')));
  entries.forEach(({ check }, i) => at(['checks', i, 'check'], () => known(checks, check, 'check')));
  entries.forEach((entry, i) => at(['checks', i, 'params'], () => paramsOf(known(checks, entry.check, 'check'), entry)));
}

function parse(content: string): SuiteText {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw mistake(lines.linePos(error.pos[0]).line, error.message);
  return { document, lines };
}

/** Reads a suite file. A name that is not known, or a value that does not fit, names its line. */
export function readSuite(content: string): Suite {
  const text = parse(content);
  const parsed = suiteSchema.safeParse(text.document.toJS() ?? {});
  if (!parsed.success) throw explain(text, worstOf(parsed.error.issues));
  checkNames(text, parsed.data);
  return parsed.data;
}

/** What is to become of one check on one column. */
export interface AcceptedCheck {
  readonly check: string;
  readonly column: string | null;
  readonly params: CheckParams;
  readonly condition: Condition;
}

/** Writes a condition into a suite file: into the line of this very column, or as a line of its own. All else stays, comments too. */
export function writeCondition(content: string, accepted: AcceptedCheck): string {
  const { document } = parse(content);
  const { checks: entries = [] } = readSuite(content);
  const same = (params: CheckParams | undefined): boolean =>
    Object.entries(params ?? {}).every(([name, value]) => JSON.stringify(accepted.params[name]) === JSON.stringify(value));
  const at = entries.findLastIndex(
    (entry) =>
      entry.check === accepted.check && (entry.column ?? null) === accepted.column && entry.columns === undefined && same(entry.params),
  );
  if (at >= 0) {
    document.setIn(['checks', at, 'condition'], document.createNode(accepted.condition, { flow: true }));
    document.deleteIn(['checks', at, 'mostly']);
    return document.toString({ lineWidth: 0 });
  }
  const { check, column, params, condition } = accepted;
  const entry = document.createNode({ check, ...(column !== null && { column }), ...(Object.keys(params).length > 0 && { params }) });
  document.set('checks', document.get('checks') ?? document.createNode([]));
  document.addIn(['checks'], entry);
  document.setIn(['checks', entries.length, 'condition'], document.createNode(condition, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
