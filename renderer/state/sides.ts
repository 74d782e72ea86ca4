import type { DataSource, Side } from '#shared/domain/dataset.ts';
import { useWorkbench, type Inspection } from './workbench.ts';

export const bothSides: readonly Side[] = ['reference', 'current'];

export const sideLabels: Readonly<Record<Side, string>> = { reference: 'Reference', current: 'Current' };

export interface ChosenSide {
  readonly source: DataSource | null;
  readonly name: string;
  readonly inspection: Inspection | null;
}

/** The last part of a path, on whichever system it was written. */
export function baseName(path: string): string {
  return (
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? path
  );
}

/** What is chosen for a side, and what is known of it. */
export function useSide(side: Side): ChosenSide {
  const source = useWorkbench((state) => state.workspace?.[side] ?? null);
  const inspection = useWorkbench((state) => (source === null ? null : (state.inspections[source.path] ?? null)));
  const known = inspection?.status === 'ready' ? inspection.info.summary.name : null;
  return { source, inspection, name: known ?? (source === null ? '' : baseName(source.path)) };
}
