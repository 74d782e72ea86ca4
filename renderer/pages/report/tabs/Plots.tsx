import type { TitledPlot } from '#shared/charts/performancePlots.ts';
import { Plot } from '../../../components/Plot.tsx';
import styles from './Performance.module.css';

/** Small pictures side by side, each under its name. */
export function Plots({ plots }: { readonly plots: readonly TitledPlot[] }) {
  if (plots.length === 0) return null;
  return (
    <div className={styles.plots}>
      {plots.map(({ id, title, svg }) => (
        <figure key={id}>
          <h2 className={styles.heading}>{title}</h2>
          <Plot svg={svg} />
        </figure>
      ))}
    </div>
  );
}
