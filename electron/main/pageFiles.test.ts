import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePageFile } from './pageFiles.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftglass-page-'));
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'page/assets/a b.js'), 'export {}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'page-two'));
  await writeFile(join(folder, 'page-two/secret.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('serves the page with its type and policy', async () => {
  const response = await servePageFile('app://bundle/', join(folder, 'page'));
  expect(await response.text()).toBe('<!doctype html>');
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('serves its parts', async () => {
  const response = await servePageFile('app://bundle/assets/a%20b.js', join(folder, 'page'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('javascript');
});

it.each([
  'app://elsewhere/index.html',
  'app://bundle/../secret.txt',
  'app://bundle/%2e%2e/secret.txt',
  'app://bundle/..%2fsecret.txt',
  'app://bundle/..%2fpage-two/secret.txt',
  'app://bundle/assets/%00',
  'app://bundle/%E0%A4%A',
  'app://bundle/missing.js',
])('finds nothing at %s', async (address) => {
  const response = await servePageFile(address, join(folder, 'page'));
  expect(response.status).toBe(404);
});
