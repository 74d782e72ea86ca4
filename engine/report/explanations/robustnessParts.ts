import type { RobustnessReport } from '#shared/domain/robustness.ts';
import {
  boundText,
  changeText,
  columnText,
  describeRobustness,
  lossText,
  perturbationText,
  robustnessVerdict,
  shareText,
} from '#shared/text/describeRobustness.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { alignedTable } from '../alignedTable.ts';
import { fitted, withoutControls } from '../displayWidth.ts';
import { columnsFor, type Paint } from '../plainSection.ts';

/** More are in the JSON. */
const listedAtMost = 40;

/** The parts of the terminal's table on robustness, the worst first. */
export function robustnessParts(report: RobustnessReport, paint: Paint): string[][] {
  const { perturbations, bounds, metrics } = report;
  const { tone, icon, word } = robustnessVerdict(report);
  const [first] = metrics;
  const heads = [
    'column',
    'what was done',
    'mean change',
    'flips',
    'no number',
    first === undefined ? 'metric' : metricName(first.metric).short,
  ];
  const rows = perturbations
    .slice(0, listedAtMost)
    .map((result) => [
      fitted(withoutControls(columnText(result.column)), 36),
      perturbationText(result),
      result.problem === null ? changeText(result) : 'fails',
      shareText(result.flips),
      shareText(result.notFinite),
      lossText(result),
    ]);
  const failures = perturbations.filter(({ problem }) => problem !== null);
  const rest = perturbations.length - rows.length;
  return [
    [paint(`${icon} ${word}`, tone), ...describeRobustness(report).map(withoutControls)],
    bounds.map((bound) => paint(`${bound.holds ? '✓' : '▲'} ${withoutControls(boundText(bound))}`, bound.holds ? 'good' : 'broken')),
    rows.length === 0 ? ['No perturbation fits the columns of this model.'] : alignedTable(columnsFor(heads, { left: [1] }), rows, paint),
    failures.slice(0, 5).map(({ column, problem }) => withoutControls(`${columnText(column)}: ${problem}`)),
    rest > 0 ? [`${formatCount(rest)} more, which move predictions less, are in the JSON.`] : [],
  ];
}
