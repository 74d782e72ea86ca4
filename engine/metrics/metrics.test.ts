import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namedMetrics } from '#shared/text/metricNames.ts';
import { metricName } from '#shared/text/metricNames.ts';
import {
  classificationEvidenceOf,
  classScoresEvidenceOf,
  groupCountsOf,
  rankingOf,
  regressionEvidenceOf,
  scoredEvidenceOf,
} from '../../fixtures/oracles/metricEvidence.ts';
import { measure } from './defineMetric.ts';
import { fairnessMetrics } from './fairnessMetrics.ts';
import { classificationMetrics, regressionMetrics } from './metrics.ts';
import { rankingMetrics } from './rankingMetrics.ts';

const all = [...regressionMetrics.all, ...classificationMetrics.all, ...rankingMetrics.all, ...fairnessMetrics.all];
const folders = ['regression', 'classification', 'ranking', 'fairness'] as const;

describe('every metric', () => {
  const pages = new URL('../../docs/metrics/', import.meta.url);
  const headings = ['What it asks', 'How it is computed', 'How to read it', 'When it misleads', 'References'];
  const truths = ['performance', 'ranking', 'fairness'].flatMap((name) => {
    const text = readFileSync(new URL(`../../fixtures/oracles/${name}.json`, import.meta.url), 'utf8');
    return (JSON.parse(text) as { cases: { metrics?: object; between?: object }[] }).cases.map(
      ({ metrics, between }) => metrics ?? between!,
    );
  });

  it.each(all)('$id has its page with the five headings', ({ id, label }) => {
    const text = readFileSync(new URL(`${id}.md`, pages), 'utf8');
    expect(text.split('\n')[0]).toBe(`# ${label}`);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  });

  it('and every page has its metric', () => {
    const known = readdirSync(pages).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(known.sort()).toEqual(all.map(({ id }) => `${id}.md`).sort());
    expect(existsSync(new URL('README.md', pages))).toBe(true);
  });

  it('is written in tables under its own name, and better the same way', () => {
    expect([...namedMetrics].sort()).toEqual(all.map(({ id }) => id).sort());
    for (const { id, label, better } of all) expect(metricName(id)).toMatchObject({ short: label, better });
  });

  it.each(all)('$id has truths from another implementation', ({ id }) => {
    const names = truths.map((truth) => Object.keys(truth).map((name) => name.split(' ')[0]));
    expect(names.filter((found) => found.includes(id)).length).toBeGreaterThan(1);
  });

  it('has an id and names that no other has', () => {
    const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const owners = new Map<string, string>();
    for (const { id, label, aliases } of all)
      for (const name of [id, label, ...aliases]) {
        expect(owners.get(plain(name)) ?? id, name).toBe(id);
        owners.set(plain(name), id);
      }
  });
});

describe('the examples in docstrings', async () => {
  const scope: Record<string, unknown> = {
    regressionEvidenceOf,
    classificationEvidenceOf,
    scoredEvidenceOf,
    classScoresEvidenceOf,
    rankingOf,
    groupCountsOf,
  };
  for (const folder of folders)
    for (const file of readdirSync(new URL(`${folder}/`, import.meta.url)))
      Object.assign(scope, (await import(/* @vite-ignore */ new URL(`${folder}/${file}`, import.meta.url).href)) as object);
  const example = /@example (.+?) \/\/ → (.+)$/gm;
  for (const folder of folders)
    for (const file of readdirSync(new URL(`${folder}/`, import.meta.url))) {
      const source = readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8');
      if (!/define(Ranking|Fairness)?Metric\(\{|^export function expected|^export function first/m.test(source)) continue;
      it(`${file}: what its example says is so`, () => {
        const found = [...source.matchAll(example)];
        expect(found).toHaveLength(1);
        for (const [, expression, value] of found) {
          const ours = new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope)) as number;
          expect(ours).toBeCloseTo(Number(value), 11);
        }
      });
    }
});

describe('a metric without a number says why', () => {
  it.each(regressionMetrics.all)('$id', (metric) => {
    const none = { none: 'no-valid-values' };
    expect(measure(metric, regressionEvidenceOf([], []))).toEqual(none);
    expect(measure(metric, null)).toEqual({ none: 'no-such-column' });
    for (const [targets, predictions] of [
      [[0], [0]],
      [[5], [7]],
      [
        [0, 0, 0],
        [1, 2, 3],
      ],
      [
        [4, 4],
        [4, 4],
      ],
      [
        [-1e308, 1],
        [1, 0],
      ],
    ] as const) {
      const value = measure(metric, regressionEvidenceOf(targets, predictions));
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else expect(value.none).toMatch(/^[a-z0-9-]+$/);
    }
  });

  it.each(classificationMetrics.all)('$id', (metric) => {
    const matrices = [[[0, 0], [0, 0]], [[5, 0], [0, 0]], [[0, 5], [0, 0]], [[0, 0], [0, 1]], [[1, 0], [2, 0]]]; // prettier-ignore
    for (const matrix of matrices) {
      for (const evidence of [classificationEvidenceOf(matrix), { ...classificationEvidenceOf(matrix), positive: null }]) {
        const value = measure(metric, evidence);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        else expect(value.none).toMatch(/^[a-z0-9-]+$/);
      }
    }
    for (const truth of [[1], [0], [1, 1], [0, 0, 1]]) {
      const value = measure(metric, scoredEvidenceOf(truth, truth.map(() => 1))); // prettier-ignore
      expect(typeof value === 'number' ? Number.isFinite(value) : value.none.length > 0).toBe(true);
    }
  });
});
