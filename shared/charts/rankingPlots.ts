import type { NumericHistogram } from '../domain/profile.ts';
import type { RankingSection } from '../domain/ranking.ts';
import { formatCount } from '../text/formatNumber.ts';
import { metricName } from '../text/metricNames.ts';
import { shareScale } from './axes.ts';
import type { ChartTheme } from './chartTheme.ts';
import { curvePlot } from './curvePlot.ts';
import type { TitledPlot } from './performancePlots.ts';

const drawn = ['ndcg-at-k', 'precision-at-k', 'recall-at-k'] as const;
const sides = ['reference', 'current'] as const;

/** How the main metrics grow or fall with k, both sides over each other. */
export function rankingPlots({ curves }: RankingSection, theme: ChartTheme): TitledPlot[] {
  return drawn.flatMap((id) => {
    const curve = curves.find(({ metric }) => metric === id);
    if (curve === undefined) return [];
    const lines = sides.flatMap((side) => (curve[side].length === 0 ? [] : [{ side, points: curve[side] }]));
    const places = lines.flatMap(({ points }) => points);
    if (places.length === 0) return [];
    const most = Math.max(...places.map(([k]) => k));
    const highest = Math.max(...places.map(([, value]) => value));
    const title = metricName(id).short;
    const svg = curvePlot(
      {
        x: { label: 'k', from: 1, to: most },
        y: { label: 'mean over groups', from: 0, to: Math.min(shareScale(highest).end, 1) },
        curves: lines,
        diagonal: false,
        dots: most <= 10,
        alternative: `${title} from 1 to ${formatCount(most)}, for ${lines.map(({ side }) => side).join(' and ')}.`,
      },
      theme,
    );
    return [{ id, title, svg }];
  });
}

/** The values of single groups as a histogram over [0, 1]; null where no side has a group. */
export function spreadHistogram({ spreads }: RankingSection, metric: string): NumericHistogram | null {
  const found = spreads.find((spread) => spread.metric === metric);
  const bins = (found?.reference ?? found?.current)?.counts.length ?? 0;
  if (found === undefined || bins === 0) return null;
  const countsOf = (side: 'reference' | 'current'): number[] => found[side]?.counts ?? new Array<number>(bins).fill(0);
  const [reference, current] = [countsOf('reference'), countsOf('current')];
  if ([...reference, ...current].every((count) => count === 0)) return null;
  const edges = Array.from({ length: bins + 1 }, (_, i) => i / bins);
  return { kind: 'numeric', edges, reference, current, lowerTail: false, upperTail: false };
}
