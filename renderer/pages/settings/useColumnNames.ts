import { useMemo } from 'react';
import { useSide } from '../../state/sides.ts';
import { useWorkbench } from '../../state/workbench.ts';

/** Names of the columns of the chosen data sets and of those derived from them, to choose from. */
export function useColumnNames(): string[] {
  const reference = useSide('reference').inspection;
  const current = useSide('current').inspection;
  const derive = useWorkbench((state) => state.workspace?.settings.derive ?? null);
  return useMemo(() => {
    const names = [reference, current].flatMap((each) => (each?.status === 'ready' ? each.info.columns.map(({ column }) => column) : []));
    if (names.length === 0) return [];
    return [...new Set([...names, ...(derive ?? []).map(({ column }) => column)])];
  }, [reference, current, derive]);
}
