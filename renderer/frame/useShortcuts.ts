import { useEffect, useRef } from 'react';
import { isLayerOpen } from '../components/isLayerOpen.ts';
import { pages } from '../pages.ts';
import { cancelLastJob } from '../state/jobs.ts';
import { navigate } from '../state/route.ts';
import type { PaletteMode } from './CommandPalette.tsx';

export interface FrameActions {
  readonly openPalette: (mode: PaletteMode) => void;
  readonly showKeys: () => void;
}

/** Whether keys typed now belong to a field. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function onPlainKey(event: KeyboardEvent, actions: FrameActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isLayerOpen()) return;
  const page = pages[Number(event.key) - 1];
  if (page !== undefined) navigate({ page: page.id });
  else if (event.key === '?') actions.showKeys();
  else return;
  event.preventDefault();
}

function onKey(event: KeyboardEvent, actions: FrameActions): void {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && (key === 'k' || key === 'p')) {
    event.preventDefault();
    actions.openPalette(key === 'k' ? 'everything' : 'places');
  } else if (event.key === 'Escape') {
    if (!isLayerOpen() && cancelLastJob()) event.preventDefault();
  } else {
    onPlainKey(event, actions);
  }
}

/** The keys that work on every page. They come before the page's own, so that Esc first stops what runs. */
export function useShortcuts(actions: FrameActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event, latest.current);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
