import type { ColumnKind } from '#shared/domain/dataset.ts';
import type { ColumnProfile, Histogram, UnseenValues } from '#shared/domain/profile.ts';
import type { Finding, NotTestedReason } from '#shared/domain/report.ts';
import type { TextContent } from '#shared/domain/text.ts';
import type { Evidence } from './evidence.ts';

/** What was gathered of one column, before any verdict. */
export interface ColumnAnalysis {
  readonly kind: ColumnKind;
  readonly kindReason: string;
  readonly reference: ColumnProfile | null;
  readonly current: ColumnProfile | null;
  readonly histogram: Histogram | null;
  /** null where the reference has no range and no list to compare with. */
  readonly unseen: UnseenValues | null;
  /** null where the column cannot be tested; `notTested` says why. */
  readonly evidence: Evidence | null;
  readonly notTested: { readonly reason: NotTestedReason; readonly sentence: string } | null;
  readonly findings: readonly Finding[];
  /** What a classifier made of a column of text, where it was asked for. */
  readonly content?: TextContent;
}
