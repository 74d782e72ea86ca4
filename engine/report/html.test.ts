import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../../fixtures/reports/expectGolden.ts';
import { makeReport } from '../../fixtures/reports/makeReport.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { renderReport } from './renderReport.ts';

const page = (report: DriftReport): string => renderReport(report, 'html').content;
const report = makeReport({ columns: 20, seed: 7 });
const text = page(report);

/** Start tags of a page, with comments, style and script taken out. */
function tags(content: string): string[] {
  const body = content.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<script>[\s\S]*?<\/script>/, '');
  return body.match(/<[a-zA-Z][^>]*>/g) ?? [];
}

test('a small report looks as it looked before', () => {
  expectGolden('golden.html', page(makeReport({ columns: 6, seed: 1 })));
});

test('the same report gives the same bytes, whatever was written before', () => {
  page(makeReport({ columns: 5, seed: 3 }));
  expect(page(structuredClone(report))).toBe(text);
});

describe('size', () => {
  test('of twenty columns is under 300 KB', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
  });

  test('of two hundred columns is under 3 MB', () => {
    expect(Buffer.byteLength(page(makeReport({ columns: 200, seed: 7 })))).toBeLessThan(3_000_000);
  });
});

test('a thousand columns are all in the table, and those that need a look first are told of in full', () => {
  const wide = makeReport({ columns: 1000, seed: 7 });
  const content = page(wide);
  expect(content.match(/<tr data-at=/g)).toHaveLength(1000);
  expect(content.match(/<details class="column"/g)).toHaveLength(300);
  expect(content).toContain('700 more are in the table above');
  const targets = new Set(content.match(/(?<=<details class="column" id=")[^"]+/g));
  const links = content.match(/(?<=href="#)column-[^"]+/g) ?? [];
  expect(links.filter((link) => !targets.has(link))).toEqual([]);
  expect(Buffer.byteLength(content)).toBeLessThan(6_000_000);
});

/** A tag with its quoted values taken out: what is left are the names of its attributes. */
const withoutValues = (tag: string): string => tag.replaceAll(/"[^"]*"/g, '""');

test('a folder of thousands of files is named once and does not swell the page', () => {
  const many = structuredClone(report);
  const paths = Array.from({ length: 3000 }, (_, i) => `'/data/it''s/part (${i}).parquet'`).join(', ');
  for (const column of many.dataDrift.columns)
    column.sql = [{ title: 'Counts', sql: `select 1 from read_parquet([${paths}]) where x in ('a')` }];
  many.current.files = Array.from({ length: 3000 }, (_, i) => ({
    path: `/d/${i}`,
    name: `${i}.parquet`,
    bytes: 1,
    sha256: 'ab'.repeat(32),
  }));
  const content = page(many);
  expect(Buffer.byteLength(content)).toBeLessThan(250_000);
  expect(content.match(/select 1 from data_1 where x in \(&#39;a&#39;\)/g)).toHaveLength(20);
  expect(content.match(/create view data_\d as from read_parquet\(/g)).toHaveLength(1);
  expect(content).toContain('and 2,960 more files');
});

describe('nothing from outside', () => {
  test('is loaded: no element has an address but places on the page itself', () => {
    for (const tag of tags(text)) {
      expect(withoutValues(tag)).not.toMatch(/\s(?:src|srcset|action|formaction|background|poster|data|ping|xlink:href)\s*=/i);
      expect(withoutValues(tag.replaceAll('href="#', 'to="#'))).not.toMatch(/\shref\s*=/i);
      expect(tag).not.toMatch(/^<(?:link|iframe|object|embed|base|form|img)\b/i);
    }
    expect(/<style>([\s\S]*?)<\/style>/.exec(text)?.[1]).not.toMatch(/url\(|@import|https?:/);
    expect(text).not.toMatch(/https?:\/\//);
  });

  test('may take effect: the policy names only the style and the script of this page', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#39;', "'");
    const hash = (pattern: RegExp): string =>
      createHash('sha256')
        .update(pattern.exec(text)?.[1] ?? '')
        .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/)}'; ` +
        `script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/)}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('is written by a name: hostile columns and categories stay text', () => {
    for (const raw of ['<img', '<script>alert', 'onload="x"', '<SCRIPT']) expect(text).not.toContain(raw);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    for (const tag of tags(text)) expect(withoutValues(tag)).not.toMatch(/\son\w+\s*=|\sstyle\s*=/i);
  });

  test('comes in by names, paths, commands, sentences or SQL either', () => {
    const hostile = "</style></script><script>alert(1)</script>\"' onmouseover='x";
    const bad = structuredClone(makeReport({ columns: 3, seed: 1 }));
    bad.command = hostile;
    bad.settings.where = hostile;
    for (const side of [bad.reference, bad.current]) {
      Object.assign(side, { name: hostile, path: hostile, files: [{ path: hostile, name: hostile, bytes: 1, sha256: hostile }] });
    }
    bad.findings = [{ severity: 'broken', code: 'column-failed', column: hostile, sentence: hostile }];
    for (const column of bad.dataDrift.columns) {
      Object.assign(column, {
        column: hostile,
        sentence: hostile,
        kindReason: hostile,
        method: hostile,
        types: { reference: hostile, current: null },
      });
      column.sql = [{ title: hostile, sql: hostile }];
    }
    const content = page(bad);
    expect(content.match(/<script/g)).toHaveLength(1);
    expect(content.match(/<\/script/g)).toHaveLength(1);
    expect(content).not.toMatch(/['"] onmouseover/);
  });
});

describe('reading', () => {
  const body = text.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<script>[\s\S]*?<\/script>/, '');

  test('needs no script: everything but the tools that need one is there and nothing else is hidden', () => {
    const hidden = tags(body).filter((tag) => /\shidden\b/.test(tag) && !tag.includes('class="tools"'));
    expect(hidden).toEqual([]);
    expect(tags(body).filter((tag) => tag.startsWith('<details class="column"'))).toHaveLength(20);
    expect(tags(body).filter((tag) => tag.startsWith('<tr data-at='))).toHaveLength(20);
  });

  test('finds every link at its place on the page', () => {
    const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test('finds the command, the hashes, the settings and the time', () => {
    for (const part of [report.command, '3f9a'.repeat(16), 'b71c'.repeat(16), '2022-03-01 09:00 UTC', 'Sturges'])
      expect(body).toContain(part);
  });

  test('never meets a number that is none', () => {
    expect(body).not.toMatch(/\bNaN\b(?!,| |<)|undefined|\[object/);
  });
});

describe('a sample', () => {
  const sampled = structuredClone(report);
  Object.assign(sampled, { exact: false });
  sampled.settings.sample = { rows: 1000, seed: 4 };

  test('is said in the head, and marks every score and every number of the columns', () => {
    const content = page(sampled);
    expect(content).toContain('estimated from a sample of about 1,000 rows a side');
    const scores = [...content.matchAll(/<td class="number" data-v="[\d.]+">([^<]*)<\/td>/g)].map(([, score]) => score);
    expect(scores.length).toBeGreaterThan(10);
    expect(scores.every((score) => score?.startsWith('≈ '))).toBe(true);
  });
});

test('empty data sets still make a page', () => {
  const content = page(makeReport({ columns: 0, seed: 1 }));
  expect(content).toContain('No column could be tested');
  expect(content).toContain('The data sets have no columns.');
});
