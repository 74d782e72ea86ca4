import { useMemo } from 'react';
import { useSide } from '../../state/sides.ts';

/** Names of the columns of the chosen data sets, to choose from. */
export function useColumnNames(): string[] {
  const reference = useSide('reference').inspection;
  const current = useSide('current').inspection;
  return useMemo(() => {
    const names = [reference, current].flatMap((each) => (each?.status === 'ready' ? each.info.columns.map(({ column }) => column) : []));
    return [...new Set(names)];
  }, [reference, current]);
}
