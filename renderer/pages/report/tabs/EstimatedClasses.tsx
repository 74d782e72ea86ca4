import { VisuallyHidden } from '@mantine/core';
import type { ClassificationEstimate } from '#shared/domain/estimatedPerformance.ts';
import { estimatedClassLines, estimatedMatrixRows } from '#shared/text/estimatedClassLines.ts';
import styles from './Performance.module.css';

interface Props {
  readonly section: ClassificationEstimate;
}

/** What is estimated of each of several classes, and how they are taken for each other. */
export function EstimatedClasses({ section }: Props) {
  return (
    <>
      <ClassTable section={section} />
      <ClassMatrix section={section} />
    </>
  );
}

function ClassTable({ section }: Props) {
  const withLabels = section.rows.current.labelled > 0;
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Each class against all others</h2>
      <table className={styles.table} aria-label="Estimated metrics by class">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Metric</th>
            <th scope="col" className={styles.reference}>
              Reference
            </th>
            <th scope="col" className={styles.current}>
              Estimated, current
            </th>
            <th scope="col">Band</th>
            {withLabels && (
              <th scope="col" className={styles.current}>
                Realised, current
              </th>
            )}
            <th scope="col">Usual</th>
            <th scope="col">
              <VisuallyHidden>Against what is usual</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {estimatedClassLines(section).map((line) => (
            <tr key={`${line.className} ${line.id}`}>
              <th scope="row">{line.first ? line.className : <VisuallyHidden>{line.className}</VisuallyHidden>}</th>
              <td>{line.label}</td>
              <td>{line.reference}</td>
              <td>{line.estimated}</td>
              <td>{line.band}</td>
              {withLabels && <td>{line.realised}</td>}
              <td className={styles.quiet}>{line.usual}</td>
              <td className={line.is === 'worse' ? styles.worse : styles.quiet}>{line.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClassMatrix({ section }: Props) {
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Rows of current by true class (down) and predicted class (across)</h2>
      <table className={styles.table} aria-label="Estimated confusion matrix">
        <thead>
          <tr>
            <th scope="col">True class</th>
            {section.classes.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {estimatedMatrixRows(section).map(({ truth, cells }) => (
            <tr key={truth}>
              <th scope="row">{truth}</th>
              {cells.map(({ predicted, estimated, band, realised, reference }) => (
                <td key={predicted}>
                  {estimated}
                  <div className={styles.quiet}>{band}</div>
                  {realised !== '' && <div className={styles.quiet}>realised {realised}</div>}
                  <div className={styles.quiet}>reference {reference}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
