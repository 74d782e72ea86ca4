import { VisuallyHidden } from '@mantine/core';
import type { Disparity, FairnessGroup, SensitiveColumn } from '#shared/domain/fairness.ts';
import { rateIds } from '#shared/domain/fairnessRates.ts';
import { conventionTitle, disparityLines, groupName, judgement, rateText } from '#shared/text/describeFairness.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { rateNames } from '#shared/text/rateNames.ts';
import styles from './Performance.module.css';

interface Props {
  readonly column: SensitiveColumn;
}

const sides = ['reference', 'current'] as const;

/** Rows and rates of each group: reference, current. */
export function GroupTable({ column }: Props) {
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Groups: reference, current</h2>
      <table className={styles.table} aria-label={`Groups of ${column.column}`}>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="colgroup" colSpan={2}>
              rows
            </th>
            {rateIds.map((rate) => (
              <th key={rate} scope="colgroup" colSpan={2} title={rateNames[rate].means}>
                {rateNames[rate].short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {column.groups.map((group) => (
            <GroupRow key={group.group} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupRow({ group }: { readonly group: FairnessGroup }) {
  return (
    <tr>
      <th scope="row">
        {groupName(group.group)}
        {group.privileged && <span className={styles.quiet}> privileged</span>}
        {group.small && <span className={styles.quiet}> few rows</span>}
      </th>
      {sides.map((side) => (
        <td key={side}>{formatCount(group[side]?.rows ?? 0)}</td>
      ))}
      {rateIds.flatMap((rate) =>
        sides.map((side) => {
          const { text, why } = rateText(group, side, rate);
          return (
            <td key={`${rate} ${side}`} title={why}>
              {text}
            </td>
          );
        }),
      )}
    </tr>
  );
}

/** The disparities of a column by one convention, with their intervals. */
export function DisparityTable({ column, convention }: Props & { readonly convention: Disparity['convention'] }) {
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>{conventionTitle(column, convention)}</h2>
      <table className={styles.table} aria-label={conventionTitle(column, convention)}>
        <thead>
          <tr>
            <th scope="col">Disparity</th>
            <th scope="col" className={styles.reference}>
              Reference
            </th>
            <th scope="col">95 %</th>
            <th scope="col" className={styles.current}>
              Current
            </th>
            <th scope="col">95 %</th>
            <th scope="col">Change</th>
            <th scope="col">
              <VisuallyHidden>Better or worse</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {disparityLines(column, convention).map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.label}</th>
              <td>{line.reference}</td>
              <td className={styles.quiet}>{line.around.reference}</td>
              <td>{line.current}</td>
              <td className={styles.quiet}>{line.around.current}</td>
              <td>{line.change}</td>
              <td className={line.is === 'worse' || line.below ? styles.worse : styles.quiet}>{judgement(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
