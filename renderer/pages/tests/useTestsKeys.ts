import { useEffect, useRef, useState, type RefObject } from 'react';
import { isLayerOpen } from '../../components/isLayerOpen.ts';
import { changeQuery } from '../../state/route.ts';
import { exportTests, type SuiteChoice } from '../../state/suites.ts';

interface Options {
  /** Ids of the results in the order in which they are shown. */
  readonly order: readonly string[];
  readonly open: string | null;
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly report: string;
  readonly choice: SuiteChoice;
}

interface Cursor {
  readonly active: string | null;
  move(id: string): void;
  step(by: 1 | -1): void;
}

function belongsToField(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
}

function belongsToControl(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('button, a, [role="menuitem"]') !== null;
}

/** The keys of the tests: j k move, Enter opens, / filters, e exports, Esc closes. */
export function useTestsKeys({ order, open, filterField, report, choice }: Options): Cursor {
  const [moved, setMoved] = useState<string | null>(null);
  const active = open ?? moved;
  const step = (by: 1 | -1): void => {
    const at = active === null ? -1 : order.indexOf(active);
    const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setMoved(next);
    if (open !== null) changeQuery({ check: next });
  };
  const deeds: Record<string, () => void> = {
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    '/': () => filterField.current?.focus(),
    e: () => void exportTests(report, choice, 'html'),
    Escape: () => changeQuery({ check: '' }),
    Enter: () => active !== null && changeQuery({ check: active }),
  };
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || belongsToField(event) || isLayerOpen()) return;
      const deed = latest.current[event.key];
      if (deed === undefined || (belongsToControl(event) && event.key === 'Enter')) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return { active, move: setMoved, step };
}
