import type { RefObject } from 'react';
import type { ReportView } from './reportView.ts';

/** What both tables of the report get. */
export interface TableProps {
  readonly view: ReportView;
  readonly filter: string;
  /** Name of the column under the cursor. */
  readonly active: string | null;
  /** Where a table leaves the names in the order in which it shows them. */
  readonly order: RefObject<readonly string[]>;
  readonly pick: (column: string) => void;
  /** Puts the cursor on a column without opening it. */
  readonly point: (column: string) => void;
}
