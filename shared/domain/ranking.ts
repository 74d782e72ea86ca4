import { z } from 'zod';
import { usedRows } from './performance.ts';
import { reasons } from './profile.ts';

export const rankingSettings = z.object({
  group: z.string().nullable().default(null).describe('Column of the user or query; rows that share it are one ranking.'),
  k: z.array(z.int().min(1).max(1000)).min(1).max(10).default([10]).describe('How many of the first places count.'),
  predictionIs: z.enum(['score', 'rank']).default('score').describe('Of scores the highest comes first, of ranks the lowest.'),
  relevantFrom: z.number().positive().nullable().default(null).describe('A target at least this high is relevant; null: any above 0.'),
  gain: z.enum(['linear', 'exponential']).default('linear').describe('What a target is worth to NDCG: itself, or 2 to its power less 1.'),
  withoutRelevant: z
    .enum(['left-out', 'zero'])
    .default('left-out')
    .describe('Groups with no relevant item have no recall: they are left out of every mean, or count as 0.'),
});
export type RankingSettings = z.infer<typeof rankingSettings>;

/** A metric at one k, as the mean over groups. The ids are those of docs/metrics. */
const rankingRow = z.object({
  metric: z.string().describe('Id of the metric.'),
  k: z.int().positive(),
  reference: z.number().nullable(),
  current: z.number().nullable(),
  reasons,
});
export type RankingRow = z.infer<typeof rankingRow>;

const rankingGroups = z.object({
  groups: z.int().nonnegative(),
  withoutRelevant: z.int().nonnegative().describe('Groups with no relevant item.'),
  shorterThanK: z.int().nonnegative().describe('Groups with fewer items than the largest k.'),
  tied: z.int().nonnegative().describe('Groups whose scores tie in the first places; what a random order would give on average is taken.'),
  largest: z.int().nonnegative().describe('Items of the largest group.'),
  meanItems: z.number().nullable(),
  reasons,
});
export type RankingGroups = z.infer<typeof rankingGroups>;

const spreadSide = z.object({
  standardDeviation: z.number().nullable().describe('Between groups, n − 1.'),
  standardError: z.number().nullable().describe('Of the mean over groups.'),
  zeros: z.int().nonnegative().describe('Groups where the value is 0.'),
  counts: z.array(z.int().nonnegative()).describe('Groups in equal bins of [0, 1], the last one closed.'),
  reasons,
});
export type RankingSpread = z.infer<typeof spreadSide>;

const points = z.array(z.tuple([z.int(), z.number()]));

/** How well items are ordered within groups, reference beside current. */
export const rankingSection = z.object({
  group: z.string(),
  target: z.string(),
  prediction: z.string(),
  settings: rankingSettings,
  rows: z.object({ reference: usedRows.nullable(), current: usedRows.nullable() }),
  groups: z.object({ reference: rankingGroups.nullable(), current: rankingGroups.nullable() }),
  metrics: z.array(rankingRow),
  curves: z
    .array(z.object({ metric: z.string(), reference: points, current: points }))
    .describe('[k, mean over groups], thinned where k is large; empty where there is no mean.'),
  spreads: z
    .array(
      z.object({ metric: z.string(), k: z.int().positive(), reference: spreadSide.nullable(), current: spreadSide.nullable(), reasons }),
    )
    .describe('How the values of single groups are spread, at the first k.'),
});
export type RankingSection = z.infer<typeof rankingSection>;
