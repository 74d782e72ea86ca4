import { robustnessPlot } from '#shared/charts/robustnessPlot.ts';
import type { PerturbationResult, RobustnessReport } from '#shared/domain/robustness.ts';
import {
  changeText,
  columnText,
  describeRobustness,
  lossText,
  perturbationText,
  robustnessFinding,
  shareText,
} from '#shared/text/describeRobustness.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { client } from '../../../client/engine.ts';
import { Plot } from '../../../components/Plot.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from '../registry/Registry.module.css';
import { Explained } from './Explained.tsx';
import type { PartProps } from './explainRequest.ts';
import { useMade } from './useMade.ts';

/** More are only counted. */
const listedAtMost = 400;

/** How predictions and metrics move when the inputs get worse. */
export function RobustnessPart({ request }: PartProps) {
  const made = useMade(JSON.stringify(['robustness', request]), 'Trying worse inputs', (context) =>
    client.explanations.robustness(request, context),
  );
  return (
    <Explained
      made={made}
      doing="Trying worse inputs"
      title="Not tried yet"
      text="On a sample of rows: noise, missing values, wrong units and other categories, in one column after the other and in all at once, and how far predictions and metrics move."
      action="Try worse inputs"
    >
      {(found) => <Found found={found} />}
    </Explained>
  );
}

function Found({ found }: { readonly found: RobustnessReport }) {
  const theme = useChartTheme();
  const { perturbations } = found;
  const rest = perturbations.length - listedAtMost;
  return (
    <section aria-label="Worse inputs">
      <p>{robustnessFinding(found)}</p>
      <p className={styles.quiet}>{describeRobustness(found).join(' ')}</p>
      {perturbations.length > 0 && (
        <>
          <Plot svg={robustnessPlot(perturbations, theme)} />
          <h2 className={styles.heading}>What moves predictions, the worst first</h2>
          <PerturbationTable found={found} />
          {rest > 0 && <p className={styles.quiet}>{formatCount(rest)} more, which move predictions less, are not listed.</p>}
        </>
      )}
    </section>
  );
}

function PerturbationTable({ found: { perturbations, metrics } }: { readonly found: RobustnessReport }) {
  const [first] = metrics;
  const heads = [
    'Mean change',
    'Largest change',
    'Labels that flip',
    'No number any more',
    ...(first === undefined ? [] : [metricName(first.metric).short]),
  ];
  return (
    <div className={styles.tableFrame} role="group" aria-label="Perturbations" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What was done</th>
            {heads.map((head) => (
              <th key={head} scope="col" className={styles.right}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {perturbations.slice(0, listedAtMost).map((result) => (
            <PerturbationRow
              key={JSON.stringify([result.column, result.kind, result.level])}
              result={result}
              metric={first !== undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PerturbationRow({ result, metric }: { readonly result: PerturbationResult; readonly metric: boolean }) {
  const { column, problem, largestChange, flips, notFinite } = result;
  return (
    <tr>
      <th scope="row">{columnText(column)}</th>
      <td>
        {perturbationText(result)}
        {problem !== null && <p className={styles.problemText}>{problem}</p>}
      </td>
      <td className={styles.right}>{problem === null ? changeText(result) : <ToneMark tone="broken" word="fails" />}</td>
      <td className={styles.right}>{largestChange === null ? '–' : formatNumber(largestChange, 3)}</td>
      <td className={styles.right}>{shareText(flips)}</td>
      <td className={styles.right}>{shareText(notFinite)}</td>
      {metric && <td className={styles.right}>{lossText(result)}</td>}
    </tr>
  );
}
