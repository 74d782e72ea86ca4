import { describe, expect, it } from 'vitest';
import { rankingSection, type RankingSettings } from '#shared/domain/ranking.ts';
import { compareCsv } from '../../fixtures/oracles/comparedCsv.ts';
import { unexplainedNulls } from '../../fixtures/reports/unexplainedNulls.ts';
import { unattended } from '../jobs/pacer.ts';

type Row = readonly [group: string | number | null, score: number | string | null, target: number | string | boolean | null];

const side = (rows: readonly Row[]) => ({ columns: ['user', 'score', 'hit'], rows });

function compare(reference: readonly Row[], current: readonly Row[], ranking: Partial<RankingSettings> = {}) {
  const roles = { target: 'hit', prediction: 'score' };
  return compareCsv({ reference: side(reference), current: side(current) }, { roles, ranking: { group: 'user', ...ranking } });
}

const usual: Row[] = [['a', 0.9, 1], ['a', 0.8, 0], ['b', 0.7, 0], ['b', 0.6, 1]]; // prettier-ignore

const hostile: Record<string, Row[]> = {
  empty: [],
  'one row': [['a', 0.5, 1]],
  'nothing relevant': [['a', 0.5, 0], ['b', 0.5, 0]], // prettier-ignore
  'all null': [[null, null, null], [null, null, null]], // prettier-ignore
  infinite: [['a', 'Infinity', 1], ['a', 0.5, 'NaN'], ['b', '-Infinity', '-Infinity']], // prettier-ignore
  'all scores equal': [['a', 1, 1], ['a', 1, 0], ['a', 1, 0]], // prettier-ignore
  'targets below 0': [['a', 0.9, -3], ['a', 0.8, -1], ['b', 0.9, -2], ['b', 0.8, 2]], // prettier-ignore
  'the ends of doubles': [['a', 1.7e308, 1.7e308], ['a', -1.7e308, 5e-324], ['b', 5e-324, 1e308], ['b', 0, 1e308]], // prettier-ignore
  'odd names': [["it's \"so\", really\nyes", 0.5, 1], ['', 0.5, 1], ['NaN', 0.3, 0]], // prettier-ignore
};

describe('whatever the data are', () => {
  for (const [name, rows] of Object.entries(hostile))
    for (const gain of ['linear', 'exponential'] as const)
      for (const [other, reference] of [
        ['itself', rows],
        ['usual data', usual],
      ] as const)
        // prettier-ignore
        it(`${name} against ${other}, ${gain} gain: every number is in [0, 1] or has its reason`, async () => {
          const { ranking, findings } = await compare(reference, rows, { gain, k: [3, 1] });
          if (ranking === null) {
            expect(findings.map(({ code }) => code)).toContain('ranking-not-measured');
            return;
          }
          expect(rankingSection.parse(JSON.parse(JSON.stringify(ranking)))).toEqual(ranking);
          expect(unexplainedNulls(ranking)).toEqual([]);
          for (const { reference: a, current: b } of ranking.metrics)
            for (const value of [a, b]) expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        });
});

describe('groups, worked out by hand', () => {
  it('takes the mean over groups with something relevant, and counts the others', async () => {
    // a: relevant at place 2 of 2. b: nothing relevant. c: the one item is relevant.
    const rows: Row[] = [['a', 0.9, 0], ['a', 0.8, 1], ['b', 0.3, 0], ['c', 0.2, 1]]; // prettier-ignore
    const { ranking, findings } = await compare(rows, rows, { k: [1, 2] });
    const value = (metric: string, k: number) => ranking?.metrics.find((row) => row.metric === metric && row.k === k)?.current;
    expect(ranking?.groups.current).toMatchObject({ groups: 3, withoutRelevant: 1, tied: 0, largest: 2, shorterThanK: 2 });
    expect(value('mrr-at-k', 2)).toBe((1 / 2 + 1) / 2);
    expect(value('hit-rate-at-k', 1)).toBe(1 / 2);
    expect(value('precision-at-k', 2)).toBe((1 / 2 + 1) / 2);
    expect(value('ndcg-at-k', 2)).toBeCloseTo((1 / Math.log2(3) + 1) / 2, 14);
    expect(findings.map(({ sentence }) => sentence)).toContain(
      '1 of 3 current groups have no relevant item and are left out of the means.',
    );
  });

  it('takes what a random order of ties gives on average', async () => {
    const rows: Row[] = [['a', 0.5, 1], ['a', 0.5, 0], ['a', 0.5, 0], ['a', 0.5, 0]]; // prettier-ignore
    const { ranking } = await compare(rows, rows.toReversed(), { k: [2] });
    const row = (metric: string) => ranking?.metrics.find((each) => each.metric === metric);
    expect(row('mrr-at-k')?.current).toBeCloseTo((1 + 1 / 2) / 4, 14);
    expect(row('hit-rate-at-k')?.current).toBeCloseTo(1 / 2, 14);
    expect(row('precision-at-k')).toMatchObject({ reference: 0.25, current: 0.25 });
    expect(ranking?.groups.current?.tied).toBe(1);
  });

  it('spreads over groups as it says', async () => {
    const rows: Row[] = [['a', 0.9, 1], ['b', 0.9, 0], ['b', 0.8, 1], ['c', 0.9, 0], ['c', 0.5, 0]]; // prettier-ignore
    const { ranking } = await compare(rows, rows, { k: [1], withoutRelevant: 'zero' });
    const spread = ranking?.spreads.find(({ metric }) => metric === 'precision-at-k')?.current;
    expect(spread?.zeros).toBe(2);
    expect(spread?.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    // Values 1, 0 and 0: mean 1/3, variance (4/9 + 1/9 + 1/9) / 2.
    expect(spread?.standardDeviation).toBeCloseTo(Math.sqrt(1 / 3), 14);
    expect(spread?.standardError).toBeCloseTo(1 / 3, 14);
  });
});

describe('what cannot be ranked', () => {
  it('says what the columns hold', async () => {
    const { ranking, findings } = await compare([['a', 'high', 1]], [['a', 'low', 1]]);
    expect(ranking).toBeNull();
    expect(findings.map(({ sentence }) => sentence)).toContain(
      'Rankings were not measured: the prediction holds neither scores nor ranks.',
    );
  });

  it('names what is missing where the section was asked for, and only then', async () => {
    const data = { reference: side(usual), current: side(usual) };
    const asked = await compareCsv(data, { sections: ['ranking'], roles: { target: 'hit' } });
    expect(asked.findings.map(({ sentence }) => sentence)).toContain(
      'Ranking was asked for; name the column of the users or queries (--ranking-group) and that of the score (--prediction).',
    );
    const usually = await compareCsv(data, { roles: { target: 'hit' } });
    expect(usually.findings.map(({ code }) => code)).not.toContain('section-left-out');
  });

  it('refuses a group column that neither side has', async () => {
    await expect(compareCsv({ reference: side(usual), current: side(usual) }, { ranking: { group: 'users' } })).rejects.toMatchObject({
      code: 'E_COLUMN_UNKNOWN',
    });
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const progress = ({ message }: { message: string }): void => {
      if (message === 'Measuring rankings') controller.abort();
    };
    const data = { reference: side(usual), current: side(usual) };
    const settings = { roles: { target: 'hit', prediction: 'score' }, ranking: { group: 'user' } };
    await expect(compareCsv(data, settings, { ...unattended, signal: controller.signal, progress })).rejects.toMatchObject({
      code: 'E_CANCELLED',
    });
  });
});
