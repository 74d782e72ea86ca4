import { conflictLines } from '#shared/text/conflictLines.ts';
import { describeConflicts } from '#shared/text/describeQuality.ts';
import styles from './Performance.module.css';
import quality from './Quality.module.css';
import type { SectionViewProps } from './tab.ts';

const shownFeatures = 12;

/** Rows that agree in every feature and not in the target. */
export function ConflictsView({ report: { conflictingTargets } }: SectionViewProps) {
  if (conflictingTargets === null) return null;
  const { side, lines } = conflictLines(conflictingTargets);
  return (
    <div className={styles.view} role="region" aria-label="Conflicting targets" tabIndex={0}>
      <p className={styles.lead}>{describeConflicts(conflictingTargets)}</p>
      {lines.length > 0 && (
        <div className={styles.scroll}>
          <h2 className={styles.heading}>The features that conflict most, {side}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Features</th>
                <th scope="col">Rows</th>
                <th scope="col" className={quality.text}>
                  {conflictingTargets.target} × rows
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ features, rows, targets }) => (
                <tr key={JSON.stringify(features)}>
                  <td className={quality.wrap}>
                    {features
                      .slice(0, shownFeatures)
                      .map(([name, value]) => `${name}: ${value}`)
                      .join(', ')}
                    {features.length > shownFeatures && ` and ${features.length - shownFeatures} more`}
                  </td>
                  <td>{rows}</td>
                  <td className={quality.wrap}>{targets}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
