import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/AppError.ts';
import { describeDriftMethod, type DriftMethodTraits } from '../../fixtures/conformance/driftMethod.ts';
import { describeTextMethod } from '../../fixtures/conformance/textMethod.ts';
import type { DriftMethod } from './defineDriftMethod.ts';
import { driftMethods, findMethod } from './methods.ts';

const distance = (symmetric: boolean): DriftMethodTraits => ({ symmetric, falseAlarms: 'not-a-test' });

const traits: Record<string, DriftMethodTraits> = {
  ks: { symmetric: true, falseAlarms: 'at-level' },
  wasserstein: distance(false),
  psi: distance(true),
  'jensen-shannon': distance(true),
  'kl-divergence': distance(false),
  hellinger: distance(true),
  'total-variation': distance(true),
  'chi-square': { symmetric: true, falseAlarms: 'at-level' },
  'l-infinity': distance(true),
  'energy-distance': distance(true),
  'g-test': { symmetric: true, falseAlarms: 'at-level' },
  z: { symmetric: true, falseAlarms: 'at-level' },
  'fisher-exact': { symmetric: true, falseAlarms: 'at-level' },
  'anderson-darling': { symmetric: true, falseAlarms: 'at-level', largestPValue: 0.25 },
  'cramer-von-mises': { symmetric: true, falseAlarms: 'at-level' },
  'epps-singleton': { symmetric: true, falseAlarms: 'balanced' },
  'mann-whitney': { symmetric: true, falseAlarms: 'at-level' },
  't-test': { symmetric: true, falseAlarms: 'at-level' },
  mmd: { symmetric: true, falseAlarms: 'at-level' },
};

const forText = (method: DriftMethod): boolean => method.appliesTo.includes('text');

for (const method of driftMethods.all) {
  if (forText(method)) describeTextMethod(method);
  else describeDriftMethod(method, traits[method.id]!);
}

function errorOf(name: string): unknown {
  try {
    return findMethod(name);
  } catch (error) {
    return error;
  }
}

describe('the registry of drift methods', () => {
  it('has a line of traits for every method', () => {
    expect(Object.keys(traits).sort()).toEqual(
      driftMethods.all
        .filter((method) => !forText(method))
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each([
    ['jensenshannon', 'jensen-shannon'],
    ['Jensen-Shannon distance', 'jensen-shannon'],
    ['kl_div', 'kl-divergence'],
    ['KL', 'kl-divergence'],
    ['TVD', 'total-variation'],
    ['tvd', 'total-variation'],
    ['chisquare', 'chi-square'],
    ['Chi Square', 'chi-square'],
    ['hellinger_distance', 'hellinger'],
    ['wasserstein_distance', 'wasserstein'],
    ['Wasserstein distance (normed)', 'wasserstein'],
    ['ks_2samp', 'ks'],
    ['K-S p_value', 'ks'],
    ['PSI', 'psi'],
    ['z', 'z'],
    ['Z-test p_value', 'z'],
    ['anderson', 'anderson-darling'],
    ['cramer_von_mises', 'cramer-von-mises'],
    ['Cramer-von Mises', 'cramer-von-mises'],
    ['ed', 'energy-distance'],
    ['Energy-distance', 'energy-distance'],
    ['es', 'epps-singleton'],
    ['mannw', 'mann-whitney'],
    ['Mann-Whitney U-rank test', 'mann-whitney'],
    ['t_test', 't-test'],
    ['fisher_exact', 'fisher-exact'],
    ["Fisher's Exact test", 'fisher-exact'],
    ['g_test', 'g-test'],
    ['empirical_mmd', 'mmd'],
    ['l_infinity', 'l-infinity'],
    ['perc_text_content_drift', 'text-classifier-test'],
    ['abs_text_content_drift', 'text-classifier-auc'],
  ])('knows %s as %s', (name, id) => {
    expect(findMethod(name).id).toBe(id);
  });

  it('finds every method by its label, whatever the case', () => {
    for (const { label, id } of driftMethods.all) expect(findMethod(label.toUpperCase()).id).toBe(id);
  });

  it('says which method a misspelt name may have meant', () => {
    const error = errorOf('helinger');
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'E_METHOD_UNKNOWN', message: expect.stringContaining('hellinger') });
  });

  it('lists the methods where a name is like none', () => {
    expect(errorOf('mahalanobis')).toMatchObject({ code: 'E_METHOD_UNKNOWN', message: expect.stringContaining('total-variation') });
  });

  it('uses no name for two methods', () => {
    const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const owners = new Map<string, string>();
    for (const { id, label, aliases } of driftMethods.all) {
      for (const name of [id, label, ...aliases]) {
        expect(owners.get(plain(name)) ?? id).toBe(id);
        owners.set(plain(name), id);
      }
    }
  });

  it('names the bands of the stability index', () => {
    const { band } = findMethod('psi');
    expect([0, 0.0999, 0.1, 0.2, 0.2001, 5].map((value) => band!(value))).toEqual([
      'none',
      'none',
      'moderate',
      'moderate',
      'significant',
      'significant',
    ]);
  });
});

describe('every drift method', () => {
  const pages = new URL('../../docs/methods/', import.meta.url);
  const headings = ['What it asks', 'How it is computed', 'How to read it', 'When it misleads', 'References'];
  const oracle = JSON.parse(readFileSync(new URL('../../fixtures/oracles/driftMethods.json', import.meta.url), 'utf8')) as {
    cases: { scores: Record<string, number>; statistics?: Record<string, number> }[];
  };

  const classifier = JSON.parse(readFileSync(new URL('../../fixtures/oracles/textClassifier.json', import.meta.url), 'utf8')) as {
    separations: unknown[];
  };

  it.each(driftMethods.all)('$id has its page with the five headings', ({ id, label }) => {
    const text = readFileSync(new URL(`${id}.md`, pages), 'utf8');
    expect(text.split('\n')[0]).toBe(`# ${label}`);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  });

  it('and every page has its method', () => {
    const known = readdirSync(pages).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(known.sort()).toEqual(driftMethods.all.map(({ id }) => `${id}.md`).sort());
    expect(existsSync(new URL('README.md', pages))).toBe(true);
  });

  it.each(driftMethods.all)('$id has truths from another implementation', (method) => {
    const { id } = method;
    if (forText(method)) expect(classifier.separations.length).toBeGreaterThan(5);
    else expect(oracle.cases.filter(({ scores, statistics }) => id in { ...scores, ...statistics }).length).toBeGreaterThan(5);
  });
});
