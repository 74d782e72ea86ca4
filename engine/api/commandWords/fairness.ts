import type { ReportSettings } from '#shared/domain/settings.ts';
import { list, pairs } from './listWords.ts';

export function fairnessWords({ fairness }: ReportSettings, { fairness: usual }: ReportSettings): string[] {
  const { sensitive, privileged, resamples, seed, smallGroup } = fairness;
  return [
    ...(sensitive.length === 0 ? [] : ['--sensitive', list(sensitive)]),
    ...pairs('--privileged', privileged),
    ...(resamples === usual.resamples ? [] : ['--fairness-resamples', String(resamples)]),
    ...(seed === usual.seed ? [] : ['--fairness-seed', String(seed)]),
    ...(smallGroup === usual.smallGroup ? [] : ['--small-group', String(smallGroup)]),
  ];
}
