import type { PerformanceSection } from '#shared/domain/performance.ts';
import { quoteText } from '../data/quote.ts';
import { classSql, scoreColumns } from './gatherClasses.ts';
import { rowSql } from './rowSql.ts';
import type { PerformanceWork, RoleSide } from './roleSides.ts';

/** SQL of the error of a row, and whether the row is used. Of classes the error is 1 where the wrong one is predicted, else 0. */
export interface ErrorSql {
  readonly error: string;
  readonly used: string;
}

/** The error as the section on the performance of the model has it. */
export function errorSql(section: PerformanceSection, side: RoleSide, work: PerformanceWork): ErrorSql | null {
  if (section.task === 'regression') {
    const rows = rowSql(side);
    return rows === null ? null : { error: `${rows.p} - ${rows.t}`, used: rows.used };
  }
  const { truth, guess } = classSql(side, work, section.predictionIs);
  const used = `(${truth}) is not null`;
  if (guess !== null) return { error: `case when (${truth}) = (${guess}) then 0 else 1 end`, used };
  const scores = scoreColumns(side, section.predictionIs);
  const positive = section.positiveLabel ?? '';
  const score = scores.get(positive) ?? scores.get(null);
  if (score === undefined) return null;
  const called = `${score} >= ${section.probabilityThreshold ?? 0.5}`;
  return { error: `case when ((${truth}) = ${quoteText(positive)}) = (${called}) then 0 else 1 end`, used };
}
