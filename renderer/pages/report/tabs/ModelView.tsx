import { describeReportModel } from '#shared/text/describeReportModel.ts';
import styles from './Relations.module.css';
import type { SectionViewProps } from './tab.ts';

/** The model that both sides were scored with. */
export function ModelView({ report: { model } }: SectionViewProps) {
  if (model === null) return null;
  return (
    <div className={styles.view} role="region" aria-label="Model" tabIndex={0}>
      <p className={styles.lead}>Both sides were scored with {model.name}; the predictions are its own, not those of the data.</p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="The model">
          <tbody>
            {describeReportModel(model).map(([name, text], place) => (
              <tr key={place}>
                <th scope="row" className={styles.text}>
                  {name}
                </th>
                <td className={styles.text}>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
