import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPathGuard } from './pathGuard.ts';

let base: string;
let root: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'driftglass-guard-'));
  root = join(base, 'open');
  await mkdir(join(root, 'months'), { recursive: true });
  await mkdir(join(base, 'open-too'));
  await writeFile(join(root, 'months', 'a.parquet'), '');
  await writeFile(join(base, 'secret.csv'), '');
  await symlink(join(base, 'secret.csv'), join(root, 'link.csv'));
  await symlink(join(base, 'open-too'), join(root, 'linked'));
  await mkdir(join(base, 'data (1) [new]'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const refusal = { code: 'E_PATH_NOT_ALLOWED' };

test('files, folders and patterns inside an opened folder are let through', async () => {
  const guard = createPathGuard([root]);
  for (const path of [root, join(root, 'months', 'a.parquet'), join(root, 'months', '*.parquet'), join(root, 'not', 'there.csv')]) {
    await expect(guard.read(path)).resolves.toBeUndefined();
  }
  await expect(guard.write(join(root, 'report.html'))).resolves.toBeUndefined();
});

test('paths outside are refused, however they are written', async () => {
  const guard = createPathGuard([root]);
  const outside = [
    join(base, 'secret.csv'),
    `${root}/months/../../secret.csv`,
    `${root}/*/../../secret.csv`,
    join(base, '*.csv'),
    join(base, 'open-too', 'x.csv'),
    join(root, '@(../secret|x).csv'),
    join(root, 'linked', '*.csv'),
    '/etc/passwd',
    'relative.csv',
  ];
  for (const path of outside) await expect(guard.read(path), path).rejects.toMatchObject(refusal);
  await expect(guard.write(join(base, 'report.html'))).rejects.toMatchObject(refusal);
});

test('a link that leads outside is refused', async () => {
  await expect(createPathGuard([root]).read(join(root, 'link.csv'))).rejects.toMatchObject(refusal);
});

test('without roots every path is let through', async () => {
  await expect(createPathGuard(null).read('/etc/passwd')).resolves.toBeUndefined();
});

test('with an empty list of roots nothing is let through', async () => {
  await expect(createPathGuard([]).read(root)).rejects.toMatchObject(refusal);
});

test('an opened folder may have a name that looks like a pattern', async () => {
  const odd = join(base, 'data (1) [new]');
  await expect(createPathGuard([odd]).read(join(odd, '*.parquet'))).resolves.toBeUndefined();
});
