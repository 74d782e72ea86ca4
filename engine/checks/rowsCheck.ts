import type { CheckResult } from '#shared/domain/suite.ts';
import {
  defineColumnCheck,
  defineDatasetCheck,
  type CheckParts,
  type ColumnCheck,
  type ColumnFacts,
  type DatasetCheck,
  type DatasetFacts,
  type Measurement,
  type RowsAsked,
  type RowsFound,
  type StoredColumns,
} from './defineCheck.ts';
import { conditionInRun } from './failingRows.ts';

type RowsParts<Facts> = Omit<CheckParts<Facts>, 'measure' | 'automatic' | 'byDefault' | 'form' | 'rows' | 'looksAtRows'> &
  Partial<Pick<CheckParts<Facts>, 'automatic' | 'byDefault'>> & {
    /** The rows that are asked about; null where this side cannot be asked. */
    readonly rows: (facts: Facts, stored: StoredColumns) => RowsAsked | null;
  };

function shareOf(found: RowsFound[keyof RowsFound]): number | null {
  return found === null || 'problem' in found || found.among === 0 ? null : found.failing / found.among;
}

function failingRowsOf({ report, rows }: DatasetFacts): CheckResult['failingRows'] {
  const found = rows?.current ?? null;
  if (found === null || 'problem' in found || found.where === null) return null;
  return { where: conditionInRun(report, found.where), count: found.failing };
}

function measure(facts: DatasetFacts): Measurement {
  const { rows } = facts;
  const problem = rows?.current !== null && rows !== null && 'problem' in rows.current ? rows.current.problem : null;
  return {
    value: shareOf(rows?.current ?? null),
    referenceValue: shareOf(rows?.reference ?? null),
    reason: 'no-valid-values',
    failingRows: failingRowsOf(facts),
    ...(rows === null ? { why: 'the rows were not read.' } : problem === null ? {} : { why: problem }),
  };
}

const rule = { form: 'share', byDefault: '0 %', looksAtRows: true } as const;

/** Without a condition of its own a rule of the suite holds for every row. */
function withRule<Facts extends DatasetFacts>(parts: RowsParts<Facts>): CheckParts<Facts> {
  return { ...rule, automatic: () => ({ lte: 0 }), fixed: parts.automatic === undefined, ...parts, measure };
}

/** Declares a check that counts the rows which break a rule on one column. */
export function defineRowsCheck(parts: RowsParts<ColumnFacts> & Pick<ColumnCheck, 'kinds'>): ColumnCheck {
  return defineColumnCheck({ ...withRule(parts), kinds: parts.kinds });
}

/** Declares a check that counts the rows which break a rule on several columns. */
export function defineWholeRowsCheck(parts: RowsParts<DatasetFacts>): DatasetCheck {
  return defineDatasetCheck(withRule(parts));
}
