import { useMemo } from 'react';
import { multivariatePlots } from '#shared/charts/multivariatePlots.ts';
import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import { describeMultivariate, isMultivariateDrift } from '#shared/text/describeMultivariate.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { multivariateHeads, multivariateRows } from '#shared/text/multivariateRows.ts';
import { toneIcons } from '#shared/text/verdict.ts';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import own from './Multivariate.module.css';
import styles from './Performance.module.css';
import type { SectionViewProps } from './tab.ts';

/** More columns are in the JSON report only. */
const mostRows = 50;

/** Whether the columns, taken together, are as in the reference, and which of them are not. */
export function MultivariateView({ report: { multivariateDrift }, open }: SectionViewProps) {
  return multivariateDrift === null ? null : <Measured found={multivariateDrift} open={open} />;
}

interface Props extends Pick<SectionViewProps, 'open'> {
  readonly found: MultivariateDrift;
}

function Measured({ found, open }: Props) {
  const theme = useChartTheme();
  const plots = useMemo(() => multivariatePlots(found, theme), [found, theme]);
  const { headline, lines, notes } = describeMultivariate(found);
  const tone = isMultivariateDrift(found) ? 'broken' : 'good';
  return (
    <div className={styles.view} role="region" aria-label="Drift of the columns together" tabIndex={0}>
      <div className={own.words}>
        <p className={own.headline}>
          <span className={own[tone]} aria-hidden>
            {toneIcons[tone]}
          </span>{' '}
          {headline}
        </p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className={styles.plots}>
        {plots.map(({ id, title, svg }) => (
          <figure key={id}>
            <h2 className={styles.heading}>{title}</h2>
            <Plot svg={svg} />
          </figure>
        ))}
      </div>
      <Columns found={found} open={open} />
      <div>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}

function Columns({ found, open }: Props) {
  const rows = multivariateRows(found);
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Which columns moved</h2>
      <table className={`${styles.table} ${own.names}`} aria-label="Which columns moved">
        <thead>
          <tr>
            <th scope="col">Column</th>
            {multivariateHeads.map(({ key, label, explains }) => (
              <th key={key} scope="col" title={explains}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row.column}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => open(row.column)}>
                  {row.column}
                </button>
              </th>
              {multivariateHeads.map(({ key }) => (
                <td key={key}>{row[key]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p className={styles.note}>And {formatCount(rows.length - mostRows)} more columns.</p>}
    </div>
  );
}
