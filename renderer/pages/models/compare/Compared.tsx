import type { ReactNode } from 'react';
import type { ModelComparison, MetricDifference } from '#shared/domain/modelComparison.ts';
import { differenceCells, disagreementLines, modelTitle, rateWords } from '#shared/text/describeModelComparison.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import type { Tone } from '#shared/text/verdict.ts';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { SegmentTables } from './SegmentTables.tsx';
import styles from '../registry/Registry.module.css';

const tones: Readonly<Record<NonNullable<MetricDifference['verdict']>, Tone>> = { better: 'good', worse: 'broken', undecided: 'unknown' };

/** Two versions on the same rows, and what else is told of them. */
export function Compared({ found, children }: { readonly found: ModelComparison; readonly children: ReactNode }) {
  const { champion, challenger, data, usedRows } = found;
  return (
    <div className={styles.pad}>
      <p className={styles.quiet}>
        {`${formatCount(data.numberOfRows)} rows of ${data.path}; ${formatCount(usedRows)} with the truth and both predictions. ` +
          `${modelTitle(champion)}: ${rateWords(champion)}; ${modelTitle(challenger)}: ${rateWords(challenger)}.`}
      </p>
      {found.metrics.length > 0 && <Metrics found={found} />}
      <SegmentTables found={found} />
      <Disagreement found={found} />
      {children}
    </div>
  );
}

function Metrics({ found: { metrics, champion, challenger, confidence } }: { readonly found: ModelComparison }) {
  return (
    <section aria-label="Metrics">
      <h2 className={styles.heading}>Metrics</h2>
      <div className={styles.tableFrame} role="group" aria-label="Metrics of both versions" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col" className={styles.right}>
                {modelTitle(champion)}
              </th>
              <th scope="col" className={styles.right}>
                {modelTitle(challenger)}
              </th>
              <th scope="col" className={styles.right}>
                Difference
              </th>
              <th scope="col">{`${formatShare(confidence)} interval of the difference`}</th>
              <th scope="col">{modelTitle(challenger)} is</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map((each) => {
              const [name, before, now, difference, interval] = differenceCells(each);
              return (
                <tr key={each.metric}>
                  <th scope="row">{name}</th>
                  <td className={styles.right}>{before}</td>
                  <td className={styles.right}>{now}</td>
                  <td className={styles.right}>{difference}</td>
                  <td>{interval}</td>
                  <td>{each.verdict === null ? '–' : <ToneMark tone={tones[each.verdict]} word={each.verdict} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const cell = (value: number | string | null): string => (typeof value === 'number' ? formatNumber(value) : (value ?? '–'));

function Disagreement({ found }: { readonly found: ModelComparison }) {
  const { examples } = found.disagreements;
  return (
    <section aria-label="Where they disagree">
      <h2 className={styles.heading}>Where they disagree</h2>
      {disagreementLines(found).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {examples.length > 0 && (
        <div className={styles.tableFrame} role="group" aria-label="Rows on which they disagree most" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col" className={styles.right}>
                  {modelTitle(found.champion)}
                </th>
                <th scope="col" className={styles.right}>
                  {modelTitle(found.challenger)}
                </th>
                <th scope="col" className={styles.right}>
                  Apart
                </th>
                {found.target !== null && (
                  <th scope="col" className={styles.right}>
                    {found.target}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {examples.map(({ row, champion, challenger, size, target }) => (
                <tr key={row}>
                  <th scope="row">{formatCount(row)}</th>
                  <td className={styles.right}>{cell(champion)}</td>
                  <td className={styles.right}>{cell(challenger)}</td>
                  <td className={styles.right}>{formatNumber(size)}</td>
                  {found.target !== null && <td className={styles.right}>{cell(target)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
