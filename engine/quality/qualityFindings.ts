import type { ConflictingTargetsSection } from '#shared/domain/conflictingTargets.ts';
import type { DataSummarySection } from '#shared/domain/dataSummary.ts';
import type { OutliersSection } from '#shared/domain/outliers.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount, formatShare } from '#shared/text/formatNumber.ts';

const leastShare = 0.01;

/** A share that doubled, and is at least one per cent. */
function rose(reference: number | null, current: number | null): boolean {
  return current !== null && current >= leastShare && current >= 2 * (reference ?? 0);
}

function twinFindings({ reference, current }: DataSummarySection): Finding[] {
  const before = new Set(reference.duplicatedColumns.map((twins) => JSON.stringify(twins)));
  return current.duplicatedColumns
    .filter((twins) => !before.has(JSON.stringify(twins)))
    .slice(0, 3)
    .map((twins) => {
      const named = twins.length > 3 ? `${twins.slice(0, 3).join(', ')} and ${twins.length - 3} more` : twins.join(' and ');
      const sentence = `${named} are equal in every row of current, and were not in the reference.`;
      return { severity: 'attention', code: 'duplicated-columns', column: null, sentence };
    });
}

export function summaryFindings(section: DataSummarySection): Finding[] {
  const { reference, current } = section;
  const [before, after] = [reference.duplicatedRowsShare, current.duplicatedRowsShare];
  const findings = twinFindings(section);
  if (!rose(before, after)) return findings;
  const sentence = `${formatShare(after ?? 0)} of the current rows repeat an earlier one, ${formatCount(current.duplicatedRows)} rows; in the reference it is ${formatShare(before ?? 0)}.`;
  return [{ severity: 'attention', code: 'duplicated-rows', column: null, sentence }, ...findings];
}

export function outlierFindings({ columns }: OutliersSection): Finding[] {
  return columns.flatMap(({ column, iqr }): Finding[] => {
    if (iqr === null || !rose(iqr.reference.share, iqr.current.share)) return [];
    const side = iqr.current.above >= iqr.current.below ? 'above' : 'below';
    const sentence = `${formatShare(iqr.current.share ?? 0)} of the current values are outliers, most of them ${side}; in the reference it is ${formatShare(iqr.reference.share ?? 0)}.`;
    return [{ severity: 'attention', code: 'outliers-rose', column, sentence }];
  });
}

export function conflictFindings({ target, reference, current }: ConflictingTargetsSection): Finding[] {
  if (current === null || current.conflictingRows === 0) return [];
  const severity = rose(reference?.share ?? null, current.share) ? 'attention' : 'note';
  const sentence = `${formatCount(current.conflictingRows)} current rows (${formatShare(current.share ?? 0)}) have the same features as a row with another ${target}: no model gets all of them right.`;
  return [{ severity, code: 'conflicting-targets', column: null, sentence }];
}
