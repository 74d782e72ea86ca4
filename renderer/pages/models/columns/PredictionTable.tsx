import type { PredictionColumn } from '#shared/domain/model.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import styles from '../Models.module.css';

interface Props {
  readonly predictions: readonly PredictionColumn[];
  /** Columns that the data have already. */
  readonly columns: readonly string[];
}

function meaning({ role, class: label, output }: PredictionColumn): string {
  if (role === 'probability') return label === null ? 'a probability' : `the probability of ${label}`;
  if (role === 'prediction') return 'the prediction';
  return `a value of ${output}`;
}

/** The columns that scoring adds. */
export function PredictionTable({ predictions, columns }: Props) {
  const taken = new Set(columns);
  return (
    <section className={styles.part} aria-label="What it adds">
      <h2 className={styles.heading}>What it adds</h2>
      <div className={styles.scrolls} role="group" aria-label="Predicted columns" tabIndex={predictions.length > 10 ? 0 : undefined}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">What it is</th>
              <th scope="col">Type</th>
              <th scope="col">From the output</th>
            </tr>
          </thead>
          <tbody>
            {predictions.map((each) => (
              <tr key={each.column}>
                <th scope="row">
                  <MiddleText text={each.column} />
                </th>
                <td>
                  {meaning(each)}
                  {taken.has(each.column) && <span className={styles.quiet}> · stands in place of the column of that name</span>}
                </td>
                <td className={styles.mono}>{each.type}</td>
                <td className={styles.mono}>{each.output}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
