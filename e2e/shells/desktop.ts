import type { Dialog } from 'electron';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Desktop, Shell } from './shell.ts';

/** What the stand-in and Electron itself have in common for a test. */
export function desktopDialogs(desktop: Desktop, folder: string): Pick<Shell, 'chooseFiles' | 'saveFile'> {
  return {
    chooseFiles: async (open, paths) => {
      await desktop.evaluate(({ dialog }: { dialog: Dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
      }, paths);
      await open();
    },
    saveFile: async (save) => {
      const path = join(folder, `saved-${randomUUID()}`);
      await desktop.evaluate(({ dialog }: { dialog: Dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await save();
      return path;
    },
  };
}

/** Loads the window's page anew. */
export async function reopen(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => history.replaceState(null, '', `${window.location.pathname}${hash}`), address);
  await page.reload();
}
