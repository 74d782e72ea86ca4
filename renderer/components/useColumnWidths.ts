import { useLocalStorage } from '@mantine/hooks';
import type { ColumnSizingState } from '@tanstack/react-table';

/** The widths that a person gave the columns of a table, kept for the next time. */
export function useColumnWidths(table: string) {
  const [widths, setWidths] = useLocalStorage<ColumnSizingState>({
    key: `driftglass-widths-${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  return [widths, setWidths] as const;
}
