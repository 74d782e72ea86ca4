import { attributionPlot } from '#shared/charts/explanationPlots.ts';
import { describeAttribution, describeDriftWork, numberTitle } from '#shared/text/describeExplanation.ts';
import { formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { client } from '../../../client/engine.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from '../registry/Registry.module.css';
import { Explained, NumbersTable } from './Explained.tsx';
import type { PartProps } from './explainRequest.ts';
import { useMade } from './useMade.ts';

/** How much of the change of the mean prediction each column explains. */
export function DriftPart({ request, reference, current }: PartProps) {
  const theme = useChartTheme();
  const asked = { ...request, source: current ?? request.source, reference: reference ?? request.source };
  const made = useMade(JSON.stringify(['drift', asked]), 'Attributing the drift', (context) => client.explanations.drift(asked, context));
  if (reference === null || current === null)
    return (
      <EmptyState title="One side is missing" text="Choose a reference and a current data set: this tells why the mean prediction moved." />
    );
  return (
    <Explained
      made={made}
      doing="Attributing the drift"
      title="Not asked yet"
      text="How much of the change of the mean prediction, from the reference to the current data, the shift of each column explains."
    >
      {(found) => (
        <>
          {found.numbers.map((number) => (
            <section key={number.name} aria-label={`Change of ${number.name}`}>
              <h2 className={styles.heading}>{numberTitle(number)}</h2>
              <p>{describeAttribution(number)}</p>
              <Plot svg={attributionPlot(number, theme)} />
              <NumbersTable
                label={`Change of ${number.name}, table`}
                heads={['Column', 'Explains', '±', 'Importance', 'Shift']}
                rows={number.columns.map((each) => [
                  each.column,
                  formatNumber(each.attribution),
                  formatNumber(each.error),
                  formatShare(each.importance),
                  each.shift === null ? '–' : formatShare(each.shift),
                ])}
              />
            </section>
          ))}
          <p className={styles.quiet}>{describeDriftWork(found).join(' ')}</p>
        </>
      )}
    </Explained>
  );
}
