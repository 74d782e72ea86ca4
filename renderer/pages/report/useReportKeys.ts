import { useEffect, useRef, useState, type RefObject } from 'react';
import { isLayerOpen } from '../../components/isLayerOpen.ts';
import { copyText } from '../../components/copyText.ts';
import { exportReport } from '../../state/exportReport.ts';
import { changeQuery } from '../../state/route.ts';
import type { ReportView } from './reportView.ts';
import { tableText } from './tableText.ts';

interface Options {
  readonly view: ReportView;
  /** Names of the columns in the order in which the table shows them. */
  readonly order: RefObject<readonly string[]>;
  /** The column that the inspector shows. */
  readonly open: string | null;
  readonly filterField: RefObject<HTMLInputElement | null>;
}

export interface Cursor {
  readonly column: string | null;
  move(column: string): void;
  /** Goes to the next or the previous column, in the inspector too when it is open. */
  step(by: 1 | -1): void;
}

function typing(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
}

/** Enter on a button or link is that button's own. */
function onControl(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('button, a, [role="tab"], [role="menuitem"]') !== null;
}

/** The keys of the report: j k move, Enter opens, / filters, c copies, e exports, Esc closes. */
export function useReportKeys(options: Options): Cursor {
  const [moved, setMoved] = useState<string | null>(null);
  const column = options.open ?? moved;
  const step = (by: 1 | -1): void => {
    const names = options.order.current;
    const at = column === null ? -1 : names.indexOf(column);
    const next = names[at === -1 ? 0 : Math.min(names.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setMoved(next);
    if (options.open !== null) changeQuery({ column: next });
  };
  const deeds: Record<string, () => void> = {
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    '/': () => options.filterField.current?.focus(),
    c: () => copyRow(options.view, column),
    e: () => void exportReport('html'),
    Escape: () => changeQuery({ column: '' }),
    Enter: () => column !== null && changeQuery({ column }),
  };
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event) || isLayerOpen()) return;
      const deed = latest.current[event.key];
      if (deed === undefined || (onControl(event) && /^(Enter|Arrow)/.test(event.key))) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return { column, move: setMoved, step };
}

function copyRow(view: ReportView, name: string | null): void {
  const columns = view.ordered.filter(({ column }) => name === null || column === name);
  void copyText(tableText(columns, 'csv'), name === null ? `${columns.length} rows as CSV` : `the row of ${name} as CSV`);
}
