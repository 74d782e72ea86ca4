import { dependencePlot, meanShapPlot, permutationPlot } from '#shared/charts/explanationPlots.ts';
import type { ModelExplanation } from '#shared/domain/explanation.ts';
import { describeModelExplanation, describePermutation, numberTitle } from '#shared/text/describeExplanation.ts';
import { formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { client } from '../../../client/engine.ts';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from '../registry/Registry.module.css';
import { Explained, NumbersTable } from './Explained.tsx';
import type { PartProps } from './explainRequest.ts';
import { useMade } from './useMade.ts';

/** What counts for the model on the whole. */
export function ModelPart({ request }: PartProps) {
  const made = useMade(JSON.stringify(['model', request]), 'Explaining the model', (context) =>
    client.explanations.model(request, context),
  );
  return (
    <Explained
      made={made}
      doing="Explaining the model"
      title="Not explained yet"
      text="On a sample of rows: how much each column contributes, how much worse the model gets without it, and how the prediction moves along its values."
    >
      {(found) => <Found found={found} />}
    </Explained>
  );
}

function Found({ found }: { readonly found: ModelExplanation }) {
  const theme = useChartTheme();
  return (
    <>
      <p className={styles.quiet}>{describeModelExplanation(found).join(' ')}</p>
      <div className={styles.plots}>
        {found.numbers.map((number) => (
          <section key={number.name} aria-label={`Contributions to ${number.name}`}>
            <h2 className={styles.heading}>{numberTitle(number)}: mean |SHAP|</h2>
            <Plot svg={meanShapPlot(number, theme)} />
            <NumbersTable
              label={`Contributions to ${number.name}, table`}
              heads={['Column', 'Mean |SHAP|', 'Share', 'Mean']}
              rows={number.columns.map((each) => [
                each.column,
                formatNumber(each.meanAbsolute),
                formatShare(each.share),
                formatNumber(each.mean),
              ])}
            />
          </section>
        ))}
        <section aria-label="Permutation importance">
          <h2 className={styles.heading}>Permutation importance</h2>
          <p className={styles.quiet}>{describePermutation(found)}</p>
          {found.importance !== null && <Plot svg={permutationPlot(found.importance, theme)} />}
        </section>
        {found.dependence.map((column) => (
          <section key={column.column} aria-label={`Along ${column.column}`}>
            <h2 className={styles.heading}>Along {column.column}</h2>
            {column.problem !== null && <p className={styles.quiet}>{column.problem}</p>}
            {column.numbers.map((number) => (
              <Plot key={number.name} svg={dependencePlot(column, number, theme)} />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}
