import { z } from 'zod';
import { columnKind } from './dataset.ts';
import { reasons } from './profile.ts';
import { derivation, sectionId } from './settings.ts';

/** A number with room around it: the larger of |value| · relative and absolute. */
export const tolerantNumber = z.strictObject({
  value: z.number(),
  relative: z.number().nonnegative().optional().describe('Share of the value; 0.000001 when left out.'),
  absolute: z.number().nonnegative().optional().describe('0.000000000001 when left out.'),
});
export type TolerantNumber = z.infer<typeof tolerantNumber>;

const bound = z.union([z.number(), tolerantNumber], { error: 'is neither a number nor {value, relative, absolute}' });
export type Bound = z.infer<typeof bound>;

/** What a value must meet; of several parts all must hold. */
export const condition = z
  .strictObject({
    eq: bound.optional(),
    notEq: bound.optional(),
    gt: bound.optional(),
    gte: bound.optional(),
    lt: bound.optional(),
    lte: bound.optional(),
    in: z.array(z.number()).min(1).optional(),
    notIn: z.array(z.number()).min(1).optional(),
    between: z.tuple([z.number(), z.number()]).optional().describe('Both ends belong to it.'),
  })
  .refine((parts) => Object.values(parts).some((part) => part !== undefined), { error: 'holds no condition' });
export type Condition = z.infer<typeof condition>;

/** A setting of a check: a number, a text, yes or no, or a list. */
export const paramValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.union([z.number(), z.string()])).min(1)], {
  error: 'is neither a number, a text, true or false, nor a list',
});
export type ParamValue = z.infer<typeof paramValue>;
export type CheckParams = Readonly<Record<string, ParamValue>>;

/** Columns by what they are. */
export const columnGroup = z.enum(['all', 'numeric', 'categorical', 'features', 'target', 'prediction']);
export type ColumnGroup = z.infer<typeof columnGroup>;

/** One line of a suite: a check, where it looks, and what it asks for. */
export const suiteEntry = z.strictObject({
  check: z.string().describe('Id of the check; docs/checks lists them.'),
  column: z.string().optional(),
  columns: z.union([columnGroup, z.array(z.string()).min(1)], { error: 'is neither a group of columns nor a list of names' }).optional(),
  params: z.record(z.string(), paramValue).optional(),
  condition: condition.optional().describe('Without one, it is derived from the reference.'),
  mostly: z.number().min(0).max(1).optional().describe('Share of rows that must be in order, for checks that look at rows.'),
  isCritical: z.boolean().optional().describe('false: a failure is only a warning.'),
});
export type SuiteEntry = z.infer<typeof suiteEntry>;

/** A list of checks, ready-made ones and single ones. */
export const suite = z.strictObject({
  name: z.string().optional(),
  presets: z.array(z.string()).optional(),
  checks: z.array(suiteEntry).optional(),
});
export type Suite = z.infer<typeof suite>;

export const checkStatus = z.enum(['pass', 'warning', 'fail', 'error', 'skipped']);
export type CheckStatus = z.infer<typeof checkStatus>;

export const checkGroup = z.enum([
  'shape',
  'missing',
  'values',
  'ranges',
  'categories',
  'drift',
  'ranking',
  'fairness',
  'relations',
  'performance',
]);
export type CheckGroup = z.infer<typeof checkGroup>;

/** How a value of a check is written. */
export const valueForm = z.enum(['count', 'share', 'number']);
export type ValueForm = z.infer<typeof valueForm>;

/** What became of one check on one column, or on the whole data set. */
export const checkResult = z.object({
  id: z.string().describe('Unique in its run.'),
  check: z.string(),
  label: z.string(),
  group: checkGroup,
  column: z.string().nullable().describe('null: the whole data set.'),
  kind: columnKind.nullable(),
  status: checkStatus,
  isCritical: z.boolean(),
  form: valueForm,
  value: z.number().nullable(),
  referenceValue: z.number().nullable(),
  params: z.record(z.string(), paramValue),
  condition: condition.nullable(),
  expected: z.string().describe('The condition in words; empty where there is none.'),
  origin: z.enum(['suite', 'reference', 'rule']).describe('Who set the condition: the suite, the reference, or a fixed rule.'),
  originSentence: z.string(),
  sentence: z.string().describe('What was found, in one sentence with its numbers.'),
  failingRows: z
    .object({ where: z.string().describe('The rows of current that are not in order, as a SQL condition.'), count: z.int().nonnegative() })
    .nullable(),
  reasons,
});
export type CheckResult = z.infer<typeof checkResult>;

const testedSide = z.object({ name: z.string(), path: z.string(), numberOfRows: z.int().nonnegative() });

/** A suite, answered on one report. */
export const suiteRun = z.object({
  schemaVersion: z.literal(1),
  report: z.string().describe('Id of the report that was tested.'),
  createdAt: z.string(),
  producedBy: z.object({ name: z.literal('driftglass'), version: z.string() }),
  name: z.string(),
  suite,
  reference: testedSide,
  current: testedSide,
  exact: z.boolean(),
  derive: z.array(derivation).default([]).describe('Columns that were worked out before; conditions may use them.'),
  missingSections: z.array(sectionId).default([]).describe('Sections that checks of the suite need and the report does not have.'),
  summary: z.object({
    allPassed: z.boolean().describe('No check failed and none ended in an error; warnings pass.'),
    total: z.int().nonnegative(),
    pass: z.int().nonnegative(),
    warning: z.int().nonnegative(),
    fail: z.int().nonnegative(),
    error: z.int().nonnegative(),
    skipped: z.int().nonnegative(),
  }),
  results: z.array(checkResult),
});
export type SuiteRun = z.infer<typeof suiteRun>;

/** A check as the screen and the terminal list it. */
export const checkInfo = z.object({
  id: z.string(),
  label: z.string(),
  group: checkGroup,
  scope: z.enum(['dataset', 'column']),
  kinds: z.array(columnKind),
  params: z.array(z.string()),
  looksAtRows: z.boolean(),
  byDefault: z.string().describe('The condition when the suite has none.'),
});
export type CheckInfo = z.infer<typeof checkInfo>;

export const presetInfo = z.object({ id: z.string(), label: z.string(), summary: z.string() });
