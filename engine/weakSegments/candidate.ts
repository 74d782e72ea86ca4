import type { AbsenceReason } from '#shared/domain/profile.ts';
import type { SegmentBox } from './segmentBoxes.ts';

/** A segment that may be weak. */
export interface Candidate {
  readonly box: SegmentBox;
  readonly rows: number;
  readonly value: number;
  /** Not yet adjusted for the number of segments. */
  readonly pValue: number;
  readonly interval?: [number, number];
  readonly reference: { readonly rows: number; readonly value: number | { readonly none: AbsenceReason } };
  readonly mostDrifted?: string;
}

/** What looking at every segment of some cuts gives. */
export interface Searched {
  readonly looked: number;
  /** Those that are worse than the whole, in any order. */
  readonly candidates: readonly Candidate[];
}
