import type { Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Drops real files on a part of the page, with the events that a drag from outside brings. */
export async function dropFiles(target: Locator, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: (await readFile(path)).toString('base64') })),
  );
  const dataTransfer = await target.page().evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, content } of given) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(type, { dataTransfer });
}
