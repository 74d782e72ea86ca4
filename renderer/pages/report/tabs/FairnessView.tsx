import { useMemo } from 'react';
import { fairnessPlots } from '#shared/charts/fairnessPlots.ts';
import type { SensitiveColumn } from '#shared/domain/fairness.ts';
import { comparedGroups, conventionsOf, describeFairness, describeGroups, intervalsNote } from '#shared/text/describeFairness.ts';
import { usedRowsText } from '#shared/text/describePerformance.ts';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import { DisparityTable, GroupTable } from './FairnessTables.tsx';
import own from './Fairness.module.css';
import styles from './Performance.module.css';
import type { SectionViewProps } from './tab.ts';

/** How the groups of sensitive columns are predicted, on both sides. */
export function FairnessView({ report: { fairness }, open }: SectionViewProps) {
  if (fairness === null) return null;
  return (
    <div className={styles.view} role="region" aria-label="Fairness" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describeFairness(fairness)}</p>
        <p className={styles.note}>{intervalsNote(fairness)}</p>
      </div>
      {comparedGroups(fairness).map((column) => (
        <Sensitive key={column.column} column={column} open={open} />
      ))}
    </div>
  );
}

function Sensitive({ column, open }: { readonly column: SensitiveColumn; readonly open: SectionViewProps['open'] }) {
  const theme = useChartTheme();
  const plots = useMemo(() => fairnessPlots(column, theme), [column, theme]);
  return (
    <section className={own.group} aria-label={column.column}>
      <div>
        <h2 className={styles.heading}>
          {column.groupedBy === 'columns' ? (
            column.column
          ) : (
            <button type="button" className={styles.link} onClick={() => open(column.column)}>
              {column.column}
            </button>
          )}
        </h2>
        <p className={styles.lead}>{describeGroups(column)}</p>
        <p className={styles.note}>Rows used: {usedRowsText(column)}.</p>
      </div>
      <div className={styles.plots}>
        {plots.map(({ id, title, svg }) => (
          <figure key={id}>
            <h2 className={styles.heading}>{title}</h2>
            <Plot svg={svg} />
          </figure>
        ))}
      </div>
      <GroupTable column={column} />
      {conventionsOf(column).map((convention) => (
        <DisparityTable key={convention} column={column} convention={convention} />
      ))}
    </section>
  );
}
