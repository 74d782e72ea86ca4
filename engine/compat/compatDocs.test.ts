import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compatSystem } from '#shared/domain/compat.ts';
import { compatText } from '#shared/text/compatText.ts';
import { checks } from '../checks/checks.ts';
import { driftMethods } from '../drift/methods.ts';
import { classificationMetrics, regressionMetrics } from '../metrics/metrics.ts';
import type { Difference } from './difference.ts';

const page = new URL('../../docs/compat.md', import.meta.url);

interface Declaring {
  readonly id: string;
  readonly compat?: { readonly evidently?: { readonly difference: Difference } };
}

function rowsOf(things: readonly Declaring[], folder: string): string[] {
  return things.flatMap(({ id, compat }) => {
    const difference = compat?.evidently?.difference;
    if (difference === undefined) return [];
    const { ours, theirs, why } = difference;
    return [`| [\`${id}\`](${folder}/${id}.md) | ${ours} | ${theirs} | ${why} |`];
  });
}

const tables = {
  'Drift methods': rowsOf(driftMethods.all, 'methods'),
  Metrics: rowsOf([...regressionMetrics.all, ...classificationMetrics.all], 'metrics'),
  Checks: rowsOf(checks.all, 'checks'),
};

const head = '| | ours, and the default | with `--compat evidently` | why ours differs |\n| --- | --- | --- | --- |';

function sectionOf(text: string, heading: string): string {
  return text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

describe('docs/compat.md', () => {
  it.each(Object.entries(tables))('lists every declared difference, and no other: %s', (heading, rows) => {
    if (process.env['REWRITE_GOLDEN'] === '1') {
      const [before = '', after = ''] = readFileSync(page, 'utf8').split(`\n## ${heading}\n`);
      const following = after.slice(after.indexOf('\n## '));
      writeFileSync(page, [before, `## ${heading}`, '', head, ...rows, following.slice(1) === '' ? '' : following].join('\n'));
    }
    const listed = sectionOf(readFileSync(page, 'utf8'), heading)
      .split('\n')
      .filter((line) => line.startsWith('| ['));
    expect(rows.length).toBeGreaterThan(0);
    expect(listed).toEqual(rows);
  });

  it('names every system that numbers can be taken from', () => {
    const text = readFileSync(page, 'utf8');
    for (const system of compatSystem.options) {
      expect(text).toContain(`--compat ${system}`);
      expect(text).toContain(compatText(system));
    }
  });
});
