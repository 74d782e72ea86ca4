import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { distributionChart } from '#shared/charts/distributionChart.ts';
import { rankingPlots, spreadHistogram } from '#shared/charts/rankingPlots.ts';
import type { RankingSection } from '#shared/domain/ranking.ts';
import { usedRowsText } from '#shared/text/describePerformance.ts';
import {
  describeRanking,
  rankingGroupsText,
  rankingLines,
  rankingMetricName,
  rankingNote,
  spreadText,
} from '#shared/text/describeRanking.ts';
import { Chart } from '../../../components/Chart.tsx';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from './Performance.module.css';
import { SideHeads } from './SideHeads.tsx';
import type { SectionViewProps } from './tab.ts';

/** How well items are ordered within groups, on both sides. */
export function RankingView({ report: { ranking } }: SectionViewProps) {
  return ranking === null ? null : <Ranking ranking={ranking} />;
}

interface Props {
  readonly ranking: RankingSection;
}

function Ranking({ ranking }: Props) {
  const theme = useChartTheme();
  const plots = useMemo(() => rankingPlots(ranking, theme), [ranking, theme]);
  return (
    <div className={styles.view} role="region" aria-label="Ranking" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describeRanking(ranking)}</p>
        <p className={styles.note}>
          {rankingGroupsText(ranking)}. {rankingNote(ranking)} Rows used: {usedRowsText(ranking)}.
        </p>
      </div>
      <Metrics ranking={ranking} />
      {plots.length > 0 && (
        <div className={styles.plots}>
          {plots.map(({ id, title, svg }) => (
            <figure key={id}>
              <h2 className={styles.heading}>{title}</h2>
              <Plot svg={svg} />
            </figure>
          ))}
        </div>
      )}
      <Spread ranking={ranking} />
    </div>
  );
}

function Metrics({ ranking }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Metrics">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <SideHeads />
            <th scope="col">Change</th>
            <th scope="col">
              <VisuallyHidden>Better or worse</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rankingLines(ranking).map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.label}</th>
              <td>{line.reference}</td>
              <td>{line.current}</td>
              <td>{line.change}</td>
              <td className={line.is === 'worse' ? styles.worse : styles.quiet}>{line.is === 'same' ? '' : line.is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spread({ ranking }: Props) {
  const theme = useChartTheme();
  const option = useMemo(() => {
    const histogram = spreadHistogram(ranking, 'ndcg-at-k');
    return histogram === null ? null : distributionChart(histogram, theme);
  }, [ranking, theme]);
  if (option === null) return null;
  const title = `NDCG at ${ranking.spreads[0]?.k ?? 1} of each group, in shares of the groups`;
  return (
    <>
      <div className={styles.wide}>
        <h2 className={styles.heading}>{title}</h2>
        <Chart option={option} height={240} alternative={`Distribution of ${title}, on both sides.`} />
      </div>
      <div className={styles.scroll}>
        <h2 className={styles.heading}>Standard deviation between groups, and groups at 0</h2>
        <table className={styles.table} aria-label="Spread">
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <SideHeads />
            </tr>
          </thead>
          <tbody>
            {ranking.spreads.map((spread) => (
              <tr key={spread.metric}>
                <th scope="row">{rankingMetricName(spread)}</th>
                <td>{spreadText(ranking, spread.metric, 'reference')}</td>
                <td>{spreadText(ranking, spread.metric, 'current')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
