import { useMemo } from 'react';
import { correlationPlots } from '#shared/charts/correlationPlots.ts';
import type { CorrelationsSection } from '#shared/domain/correlations.ts';
import { changedLines, describeChanges, sampledSentence, strongestLines, type CorrelationLine } from '#shared/text/describeCorrelations.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from './Performance.module.css';
import own from './Relations.module.css';
import { SideHeads } from './SideHeads.tsx';
import type { SectionViewProps } from './tab.ts';

const shownPairs = 50;

/** How pairs of columns hang together: pictures of both sides and of the change, then the pairs. */
export function CorrelationsView({ report: { correlations }, open }: SectionViewProps) {
  return correlations === null ? null : <Correlations section={correlations} open={open} />;
}

interface Props {
  readonly section: CorrelationsSection;
  readonly open: SectionViewProps['open'];
}

function Correlations({ section, open }: Props) {
  const theme = useChartTheme();
  const plots = useMemo(() => correlationPlots(section, theme), [section, theme]);
  const sampled = sampledSentence(section);
  return (
    <div className={styles.view} role="region" aria-label="Correlations" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describeChanges(section)}</p>
        <p className={styles.note}>
          The larger a square the stronger; filled squares are positive, hollow ones negative. Each pair is taken over the rows where both
          columns have a value. {sampled}
        </p>
        {section.leftOut.length > 0 && (
          <p className={styles.note}>
            Not paired: {section.leftOut.map(({ column }) => column).join(', ')}. {section.leftOut[0]?.sentence}
          </p>
        )}
      </div>
      {plots.length > 0 && (
        <div className={own.matrices}>
          {plots.map(({ id, title, svg }) => (
            <figure key={id}>
              <h2 className={styles.heading}>{title}</h2>
              <Plot svg={svg} />
            </figure>
          ))}
        </div>
      )}
      <div className={own.pair}>
        <Pairs title="Most changed" lines={changedLines(section, shownPairs)} open={open} />
        <Pairs title="Strongest" lines={strongestLines(section, shownPairs)} open={open} />
      </div>
    </div>
  );
}

interface PairsProps {
  readonly title: string;
  readonly lines: readonly CorrelationLine[];
  readonly open: SectionViewProps['open'];
}

function Pairs({ title, lines, open }: PairsProps) {
  if (lines.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>{title}</h2>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Columns</th>
            <th scope="col" className={own.text}>
              Coefficient
            </th>
            <SideHeads />
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ a, b, coefficient, reference, current, change, clear }) => (
            <tr key={JSON.stringify([a, b])}>
              <th scope="row">
                <span className={own.names}>
                  {[a, b].map((name) => (
                    <button key={name} type="button" className={`${styles.link} ${own.name}`} onClick={() => open(name)}>
                      <MiddleText text={name} />
                    </button>
                  ))}
                </span>
              </th>
              <td className={own.text}>{coefficient}</td>
              <td>{reference}</td>
              <td>{current}</td>
              <td className={clear ? styles.worse : styles.quiet}>{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
