import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveText } from './saveText.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-save-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes the text, over an older one too', async () => {
  await saveText(join(folder, 'report.html'), 'first');
  await saveText(join(folder, 'report.html'), 'zweiter ✓');
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('zweiter ✓');
  expect(await readdir(folder)).toEqual(['report.html']);
});

it('says which file could not be written and leaves nothing half written', async () => {
  await mkdir(join(folder, 'taken/inside'), { recursive: true });
  for (const path of [join(folder, 'taken'), join(folder, 'missing/report.html')]) {
    await expect(saveText(path, 'x')).rejects.toMatchObject({ code: 'E_WRITE_FAILED', subject: { path } });
  }
  expect((await readdir(folder)).sort()).toEqual(['report.html', 'taken']);
});
