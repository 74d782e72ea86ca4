import styles from './Performance.module.css';

interface Props {
  readonly reference?: string;
  readonly current?: string;
}

/** The heads over the figures of either side, in their colours. */
export function SideHeads({ reference = 'Reference', current = 'Current' }: Props) {
  return (
    <>
      <th scope="col" className={styles.reference}>
        {reference}
      </th>
      <th scope="col" className={styles.current}>
        {current}
      </th>
    </>
  );
}
