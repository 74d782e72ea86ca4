import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from './atomicWrite.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes the whole file and leaves nothing beside it', async () => {
  const path = join(folder, 'report.html');
  await writeFileAtomically(path, 'one');
  await writeFileAtomically(path, 'zwölf');
  expect(await readFile(path, 'utf8')).toBe('zwölf');
  expect(await readdir(folder)).toEqual(['report.html']);
});

test('many writers of one file leave one of their texts, never a mixture', async () => {
  const path = join(folder, 'state.json');
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(10_000));
  await Promise.all(texts.map((text) => writeFileAtomically(path, text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder)).toEqual(['state.json']);
});

test('a missing folder is a coded error that names the file and the cause', async () => {
  const path = join(folder, 'nowhere', 'report.html');
  await expect(writeFileAtomically(path, 'x')).rejects.toMatchObject({
    code: 'E_WRITE_FAILED',
    message: `${path} could not be written: the folder does not exist.`,
    subject: { path },
  });
});

test('what cannot be replaced stays as it was and no temporary file remains', async () => {
  await mkdir(join(folder, 'taken', 'inside'), { recursive: true });
  await expect(writeFileAtomically(join(folder, 'taken'), 'x')).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
  expect(await readdir(folder)).toEqual(['taken']);
});

test('a link stays a link and the file behind it is replaced', async () => {
  await writeFile(join(folder, 'real.txt'), 'old');
  await symlink(join(folder, 'real.txt'), join(folder, 'link.txt'));
  await writeFileAtomically(join(folder, 'link.txt'), 'new');
  expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('new');
});

test.skipIf(process.platform === 'win32')('a device is written to, never replaced', async () => {
  await symlink('/dev/null', join(folder, 'nothing'));
  await writeFileAtomically(join(folder, 'nothing'), 'x');
  expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  expect(await readdir(folder)).toEqual(['nothing']);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is a coded error', async () => {
  await chmod(folder, 0o500);
  await expect(writeFileAtomically(join(folder, 'x.txt'), 'x')).rejects.toMatchObject({ code: 'E_WRITE_FAILED' });
  await chmod(folder, 0o700);
});
