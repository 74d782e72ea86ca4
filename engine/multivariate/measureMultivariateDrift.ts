import type { MultivariateDrift } from '#shared/domain/multivariateDrift.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import { chooseFeatures } from './chooseFeatures.ts';
import { measureClassifier } from './measureClassifier.ts';
import { measureReconstruction, type MultivariateWork } from './measureReconstruction.ts';

/** With more columns, each pair of them would take too long. */
export const mostFeatures = 200;

function part(doing: MultivariateWork['context'], from: number, to: number): MultivariateWork['context'] {
  return { ...doing, progress: ({ share, message }) => doing.progress({ share: from + (to - from) * (share ?? 0), message }) };
}

/** Whether the columns together still behave as in the reference; a sentence where neither way of asking can be gone. */
export async function measureMultivariateDrift(given: Omit<AnalysisWork, 'results' | 'asked'>): Promise<MultivariateDrift | string> {
  const { settings, columns } = given;
  const { features, leftOut } = chooseFeatures(columns);
  if (features.length > mostFeatures)
    return `it looks at no more than ${mostFeatures} columns, and there are ${features.length}; choose among them.`;
  const work: MultivariateWork = {
    ...given,
    features,
    settings: settings.multivariate,
    datetime: settings.roles.datetime,
    emptyIsMissing: settings.missing.includes('empty-string'),
  };
  const reconstruction = await measureReconstruction({ ...work, context: part(given.context, 0, 0.4) });
  const classifier = await measureClassifier(work);
  const notMade = [
    ...(typeof reconstruction === 'string' ? [`Rows were not reconstructed: ${reconstruction}`] : []),
    ...(typeof classifier === 'string' ? [`No classifier was trained: ${classifier}`] : []),
  ];
  if (notMade.length === 2) return notMade.join(' ');
  const names = new Set(features.map(({ column }) => column));
  const byTime = work.datetime !== null && given.datasets.reference.columns.some(({ column }) => column === work.datetime);
  return {
    columns: [...names],
    leftOut: [...leftOut],
    piecesBy: byTime ? work.datetime : null,
    reconstruction: typeof reconstruction === 'string' ? null : reconstruction,
    classifier: typeof classifier === 'string' ? null : classifier,
    notMade,
    columnsDriftedAlone: columns.filter(({ column, drifted }) => drifted && names.has(column)).length,
  };
}
