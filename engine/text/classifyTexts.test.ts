import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '#shared/lib/random.ts';
import type { Separation } from '../stats/rankSeparation.ts';
import { classifyTexts } from './classifyTexts.ts';

function finish<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const common = 'the order came late and box was broken but service friendly quick again buy price good bad size colour'.split(' ');

/** Texts of the same few words; `strange` is the share of texts with one word more. */
function texts(count: number, random: Random, strange = 0): string[] {
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 4 + Math.floor(random() * 8) }, () => common[Math.floor(random() * common.length)]!);
    return [...words, ...(random() < strange ? ['refund'] : [])].join(' ');
  });
}

function classified(sizes: readonly [number, number], seed: number, strange = 0): Separation {
  const random = seededRandom(seed);
  const pair = { reference: texts(sizes[0], random), current: texts(sizes[1], random, strange) };
  return finish(classifyTexts(pair, random));
}

describe('a classifier of texts', () => {
  it.each([
    [100, 100],
    [200, 40],
    [40, 200],
  ])('cries drift no more often than one time in twenty, %i against %i texts of one kind', (n, m) => {
    const runs = 150;
    const alarms = Array.from({ length: runs }, (_, seed) => classified([n, m], seed + 1)).filter(({ pValue }) => pValue < 0.05).length;
    expect(alarms / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
    expect(alarms / runs).toBeGreaterThan(0.01);
  });

  it('finds a word that a third of the texts have more', () => {
    const { auc, pValue } = classified([400, 300], 3, 0.33);
    expect(auc).toBeGreaterThan(0.6);
    expect(pValue).toBeLessThan(0.001);
  });

  it('tells texts that share no word apart without fail', () => {
    const pair = { reference: Array.from({ length: 40 }, (_, i) => `old ${i}`), current: Array.from({ length: 30 }, (_, i) => `new ${i}`) };
    expect(finish(classifyTexts(pair, seededRandom(1))).auc).toBe(1);
  });

  it('finds nothing where all texts are one, or have no words', () => {
    for (const text of ['same', '']) {
      const pair = { reference: Array.from({ length: 30 }, () => text), current: Array.from({ length: 25 }, () => text) };
      expect(finish(classifyTexts(pair, seededRandom(1)))).toEqual({ auc: 0.5, pValue: 1 });
    }
  });

  it('repeats its result', () => {
    expect(classified([60, 50], 7, 0.2)).toEqual(classified([60, 50], 7, 0.2));
  });
});
