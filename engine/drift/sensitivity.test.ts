import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '#shared/lib/random.ts';
import { categoricalEvidenceOf, numericEvidenceOf } from '../../fixtures/oracles/evidenceOf.ts';
import { isDriftOf, scoreOf } from '../../fixtures/oracles/scoreOf.ts';
import { usualOptions, type DriftMethod } from './defineDriftMethod.ts';
import type { Evidence } from './evidence.ts';
import { driftMethods } from './methods.ts';
import { sensitivityOf } from './sensitivityOf.ts';

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Two samples of laws that differ a little, or of one law. */
function drawEvidence(method: DriftMethod, random: Random, rows: number, shift: number): Evidence {
  if (method.appliesTo.includes('numeric')) {
    const draw = (mean: number): number[] => Array.from({ length: rows }, () => mean + normal(random));
    return numericEvidenceOf(draw(0), draw(shift));
  }
  const draw = (first: number): string[] => Array.from({ length: rows }, () => (random() < first ? 'a' : random() < 0.6 ? 'b' : 'c'));
  return categoricalEvidenceOf(draw(0.4), draw(0.4 + shift / 2.5));
}

function judged(method: DriftMethod, evidence: Evidence) {
  const { on: scoreIs, driftedWhen, threshold } = method.verdict;
  const verdict = { driftScore: scoreOf(method, evidence), scoreIs, driftedWhen, threshold, drifted: isDriftOf(method, evidence) };
  return { method, evidence, found: method.compute(evidence), verdict, options: usualOptions };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The score of really comparing samples of this size: the middle one of many. */
function realScore(method: DriftMethod, rows: number, shift: number, times: number): number {
  const random = seededRandom(rows);
  return median(Array.from({ length: times }, () => scoreOf(method, drawEvidence(method, random, rows, shift))));
}

const scaled = driftMethods.all.filter(({ scaling }) => scaling !== null);
const tests = scaled.filter(({ scaling }) => scaling?.of === 'pValue');
const distances = scaled.filter(({ scaling }) => scaling?.of === 'distance');

describe('what a sensitivity says of other sizes is what samples of these sizes give', () => {
  it.each(tests)('$id: a p-value at a twentieth of the rows', (method) => {
    const { atSizes } = sensitivityOf(judged(method, drawEvidence(method, seededRandom(11), 20_000, 0.15)));
    const expected = atSizes.find(({ rows }) => rows === 1000)!.score;
    const real = realScore(method, 1000, 0.15, 41);
    expect(Math.abs(Math.log10(expected) - Math.log10(real)), `${expected} for ${real}`).toBeLessThan(1);
  });

  it.each(distances)('$id: a distance at a twentieth of the rows', (method) => {
    const { atSizes } = sensitivityOf(judged(method, drawEvidence(method, seededRandom(12), 20_000, 0.3)));
    const expected = atSizes.find(({ rows }) => rows === 1000)!.score;
    const real = realScore(method, 1000, 0.3, 21);
    expect(expected / real, `${expected} for ${real}`).toBeGreaterThan(0.75);
    expect(expected / real, `${expected} for ${real}`).toBeLessThan(1.35);
  });

  it.each(distances)('$id: what chance alone gives', (method) => {
    const random = seededRandom(13);
    const found = Array.from({ length: 60 }, () => scoreOf(method, drawEvidence(method, random, 500, 0))).sort((a, b) => a - b);
    const { typicalByChance, highByChance } = sensitivityOf(judged(method, drawEvidence(method, seededRandom(14), 500, 0)));
    const mean = found.reduce((sum, each) => sum + each / found.length, 0);
    expect(typicalByChance! / mean, `${typicalByChance} for ${mean}`).toBeGreaterThan(0.75);
    expect(typicalByChance! / mean, `${typicalByChance} for ${mean}`).toBeLessThan(1.35);
    const beyond = found.filter((each) => each > highByChance!).length / found.length;
    expect(beyond).toBeLessThan(0.2);
  });

  it.each(tests)('$id: the rows from which it is drift', (method) => {
    const { driftsFromRows, atSizes } = sensitivityOf(judged(method, drawEvidence(method, seededRandom(15), 20_000, 0.15)));
    expect(driftsFromRows).toBeGreaterThan(9);
    expect(driftsFromRows).toBeLessThan(20_000);
    for (const { rows, drifted } of atSizes) expect(drifted, String(rows)).toBe(rows >= driftsFromRows!);
  });
});

describe('what a sensitivity says', () => {
  const ks = driftMethods.get('ks')!;

  it('of a small difference in many rows: with fewer rows it would not be drift', () => {
    const { sentence, driftsFromRows } = sensitivityOf(judged(ks, drawEvidence(ks, seededRandom(16), 30_000, 0.07)));
    expect(sentence).toMatch(
      /^With 1,000 rows a side this would not be called drift \(p 0\.\d+ expected\); it takes about [\d,]+ \(a small one, D = 0\.0\d+\)\.$/,
    );
    expect(driftsFromRows).toBeGreaterThan(1000);
    expect(driftsFromRows).toBeLessThan(10_000);
  });

  it('of no difference: more rows alone do not make it drift', () => {
    const half = Array.from({ length: 400 }, (_, i) => i);
    const { sentence, driftsFromRows, reasons } = sensitivityOf(judged(ks, numericEvidenceOf(half, half)));
    expect(driftsFromRows).toBeNull();
    expect(reasons['driftsFromRows']).toBe('nothing-beyond-chance');
    expect(sentence).toContain('no larger than chance makes it');
  });

  it('of a distance that is no more than chance', () => {
    const psi = driftMethods.get('psi')!;
    const { sentence } = sensitivityOf(judged(psi, drawEvidence(psi, seededRandom(17), 60, 0)));
    expect(sentence).toContain('Chance alone gives about');
  });

  it('of a method without a rule: that it is not known', () => {
    const mmd = driftMethods.get('mmd')!;
    const { sentence, atSizes, reasons } = sensitivityOf(judged(mmd, drawEvidence(mmd, seededRandom(18), 60, 0)));
    expect(atSizes).toEqual([]);
    expect(reasons['driftsFromRows']).toBe('no-rule-for-sizes');
    expect(sentence).toContain('not known');
  });
});
