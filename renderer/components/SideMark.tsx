import type { Side } from '#shared/domain/dataset.ts';
import styles from './SideMark.module.css';

/** The sign of a side wherever it is named: dashed outline for the reference, filled for the current data. */
export function SideMark({ side }: { readonly side: Side }) {
  return <span className={styles.mark} data-side={side} aria-hidden />;
}
