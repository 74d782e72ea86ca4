import { z } from 'zod';
import type { ColumnKind, Side } from '#shared/domain/dataset.ts';
import type { AbsenceReason } from '#shared/domain/profile.ts';
import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import type { CheckGroup, CheckParams, CheckResult, Condition, ValueForm } from '#shared/domain/suite.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import type { CheckCompats } from './checkCompat.ts';

/** The columns of one side by name. */
export type StoredColumns = ReadonlyMap<string, DatasetColumn>;

/** Rows that a check asks about, as SQL: among which, and which of them are not in order. */
export type RowsAsked =
  | { readonly among: string; readonly failing: string }
  | { readonly among: string; readonly repeated: readonly string[] }
  | { readonly problem: string };

/** How many rows were found; `where` gives those that are not in order. */
export type FoundSide = { readonly among: number; readonly failing: number; readonly where: string | null } | { readonly problem: string };
export type RowsFound = { readonly [S in Side]: FoundSide | null };

/** What a check on the whole data set may see: the finished report, its own parameters, and the rows it asked about. */
export interface DatasetFacts {
  readonly report: DriftReport;
  readonly params: CheckParams;
  readonly rows: RowsFound | null;
}

/** What a check on one column may see. */
export interface ColumnFacts extends DatasetFacts {
  readonly column: ColumnReport;
}

/** What a check found. A number that does not exist has its reason. */
export interface Measurement {
  readonly value: number | null;
  readonly referenceValue: number | null;
  /** Why `value`, or else `referenceValue`, is null. */
  readonly reason?: AbsenceReason;
  /** Why there is no value, as it stands after "cannot be told: ". */
  /** Why there is no value, as the end of a sentence. */
  readonly why?: string;
  /** Said after the value, in brackets. */
  readonly detail?: string;
  readonly failingRows?: CheckResult['failingRows'];
}

export interface CheckParts<Facts> {
  readonly id: string;
  readonly label: string;
  readonly group: CheckGroup;
  readonly form: ValueForm;
  readonly params?: z.ZodType<CheckParams>;
  /** What is measured, as it stands before "is …". */
  noun(facts: Facts): string;
  measure(facts: Facts): Measurement;
  /** The rows to count, for a check that looks at the data themselves and not at the report; null where a side has none. */
  rows?(facts: Facts, stored: StoredColumns): RowsAsked | null;
  /** The condition where the suite has none. `reference` is what the check measured on the reference; null gives none. */
  automatic(reference: number | null, facts: Facts): Condition | null;
  /** The automatic condition in words, for lists and docs. */
  readonly byDefault: string;
  /** Whether the automatic condition is the same whatever the reference. */
  readonly fixed?: boolean;
  /** Whether the value is a share of rows that are not in order, so that `mostly` has a meaning. */
  readonly looksAtRows?: boolean;
  /** The section of the report that it reads, where that is not in every report. */
  readonly needs?: SectionId;
  /** Other systems whose answer differs, reproduced on reports with their numbers. */
  readonly compat?: CheckCompats<Facts>;
}

type OfFacts = 'noun' | 'measure' | 'automatic' | 'rows' | 'compat';

interface CheckCommon extends Omit<CheckParts<never>, OfFacts | 'params' | 'fixed' | 'looksAtRows'> {
  readonly params: z.ZodType<CheckParams>;
  readonly fixed: boolean;
  readonly looksAtRows: boolean;
}

export interface DatasetCheck extends CheckCommon, Pick<CheckParts<DatasetFacts>, OfFacts> {
  readonly scope: 'dataset';
}

export interface ColumnCheck extends CheckCommon, Pick<CheckParts<ColumnFacts>, OfFacts> {
  readonly scope: 'column';
  readonly kinds: readonly ColumnKind[];
}

export type Check = DatasetCheck | ColumnCheck;

const noParams: z.ZodType<CheckParams> = z.strictObject({});

function common<Facts>(parts: CheckParts<Facts>): CheckParts<Facts> & Pick<CheckCommon, 'params' | 'fixed' | 'looksAtRows'> {
  return { ...parts, params: parts.params ?? noParams, fixed: parts.fixed ?? false, looksAtRows: parts.looksAtRows ?? false };
}

/** Declares a check on a whole data set. */
export function defineDatasetCheck(parts: CheckParts<DatasetFacts>): DatasetCheck {
  return { ...common(parts), scope: 'dataset' };
}

/** Declares a check on one column at a time. */
export function defineColumnCheck(parts: CheckParts<ColumnFacts> & { readonly kinds: readonly ColumnKind[] }): ColumnCheck {
  return { ...common(parts), kinds: parts.kinds, scope: 'column' };
}

/** The kinds of column whose values are counted. */
export const countedKinds: readonly ColumnKind[] = ['numeric', 'categorical', 'datetime', 'text', 'id'];
export const everyKind: readonly ColumnKind[] = [...countedKinds, 'unsupported'];
