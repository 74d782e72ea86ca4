import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reportPresets, sections } from '#shared/domain/sections.ts';

const page = await readFile(new URL('../docs/sections.md', import.meta.url), 'utf8');

test('docs/sections.md lists every section', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| ([^|`]+) \| (yes|no) \|$/gm)].map(([, id, label, usual]) => [id, label, usual]);
  expect(rows).toEqual(sections.all.map(({ id, label, usual }) => [id, label, usual ? 'yes' : 'no']));
});

test('docs/sections.md lists every preset with its sections', () => {
  const [, table = ''] = page.split('## Presets');
  const rows = [...table.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, id, parts = '']) => [id, parts.replaceAll('`', '')]);
  const expected = reportPresets.all.map((preset) => [preset.id, preset.id === 'everything' ? 'all of them' : preset.sections.join(', ')]);
  expect(rows).toEqual(expected);
});
