import type { ComponentType } from 'react';
import type { DriftReport } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';

export interface SectionViewProps {
  readonly report: DriftReport;
  /** Shows a column in the inspector. */
  readonly open: (column: string) => void;
}

/** A tab of the report page that shows one section and no table of columns. */
export interface SectionTab {
  /** Stands in the address. */
  readonly id: string;
  readonly label: string;
  /** null: it is no section that is chosen. */
  readonly section: SectionId | null;
  /** Whether this report has something for the tab. */
  has(report: DriftReport): boolean;
  readonly View: ComponentType<SectionViewProps>;
}
