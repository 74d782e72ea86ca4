import type { ChosenKind } from '#shared/domain/dataset.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';

/** The kinds a person may give a column. */
export const chosenKinds: readonly ChosenKind[] = ['numeric', 'categorical', 'datetime', 'text', 'id'];

/** What is chosen for one column; null gives the choice back, absent leaves it as it is. */
export interface ColumnChoice {
  readonly kind?: ChosenKind | null;
  readonly method?: string | null;
  readonly threshold?: number | null;
}

function put<T>(record: Readonly<Record<string, T>>, column: string, value: T | null | undefined): Record<string, T> {
  if (value === undefined) return { ...record };
  const others = Object.entries(record).filter(([name]) => name !== column);
  return Object.fromEntries(value === null ? others : [...others, [column, value]]);
}

/** Settings with another choice for one column. */
export function withColumn(settings: ReportSettings, column: string, choice: ColumnChoice): ReportSettings {
  const { drift } = settings;
  return {
    ...settings,
    kinds: put(settings.kinds, column, choice.kind),
    drift: {
      ...drift,
      methods: put(drift.methods, column, choice.method),
      thresholds: put(drift.thresholds, column, choice.threshold),
    },
  };
}

/** Names of the columns for which something was chosen, in order. */
export function chosenColumns({ kinds, drift }: ReportSettings): string[] {
  return [...new Set([...Object.keys(kinds), ...Object.keys(drift.methods), ...Object.keys(drift.thresholds)])].sort();
}
