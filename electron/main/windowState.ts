import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const place = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
const windowState = z.object({ bounds: place, maximised: z.boolean() });

export type Place = z.infer<typeof place>;
export type WindowState = z.infer<typeof windowState>;

export const smallestWindow = { width: 960, height: 600 };
const usualWindow = { width: 1440, height: 900 };

/** The part of a window that lies on a screen must be large enough to take hold of. */
function isReachable(bounds: Place, screens: readonly Place[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const height = Math.min(bounds.y + bounds.height, screen.y + screen.height) - Math.max(bounds.y, screen.y);
    return width >= 200 && height >= 100;
  });
}

/** Where the window was when it was closed; null where it would open out of sight or nothing is known. */
export function readWindowState(file: string, screens: readonly Place[]): WindowState | null {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isReachable(state.bounds, screens) ? state : null;
  } catch {
    return null;
  }
}

/** Losing this file loses nothing but the place of a window, so a failure to write it is not told. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(state));
    renameSync(`${file}.part`, file);
  } catch {
    return;
  }
}

/** Size and place for a new window on the given screen. */
export function openingBounds(state: WindowState | null, workArea: Place): Partial<Place> & { width: number; height: number } {
  if (state !== null) {
    const { bounds } = state;
    return { ...bounds, width: Math.max(bounds.width, smallestWindow.width), height: Math.max(bounds.height, smallestWindow.height) };
  }
  return { width: Math.min(usualWindow.width, workArea.width), height: Math.min(usualWindow.height, workArea.height) };
}
