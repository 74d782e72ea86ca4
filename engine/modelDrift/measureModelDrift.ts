import type { ModelDriftSection, RoleDrift } from '#shared/domain/modelDrift.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import type { Finding } from '#shared/domain/report.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { Analysed, AnalysisWork } from '../analyses/defineAnalysis.ts';
import { estimateImportance, type EstimatedImportance } from './estimateImportance.ts';
import { measureRelation } from './measureRelation.ts';
import { weighDrift } from './weightedDrift.ts';

function roleDrift({ columns, settings }: AnalysisWork, role: 'target' | 'prediction'): RoleDrift[] {
  const name = settings.roles[role];
  if (name === null) return [];
  const report = columns.find(({ column }) => column === name);
  if (report === undefined) {
    return [
      { role, column: name, drifted: null, sentence: 'It is not among the columns that are compared.', reasons: { drifted: 'not-tested' } },
    ];
  }
  const tested = report.status === 'tested';
  const reasons: Reasons = tested ? {} : { drifted: 'not-tested' };
  return [{ role, column: name, drifted: tested ? report.drifted : null, sentence: report.sentence, reasons }];
}

function estimateFindings({ rows }: EstimatedImportance, { datasets }: AnalysisWork): Finding[] {
  if (datasets.reference.numberOfRows <= rows) return [];
  const sentence = `The importance of columns is estimated from ${formatCount(rows)} rows of the reference.`;
  return [{ severity: 'note', code: 'sampled', column: null, sentence }];
}

/** What drift means to the model: verdicts of its target and prediction, and drift weighted by importance. */
export async function measureModelDrift(work: AnalysisWork): Promise<Analysed<'modelDrift'>> {
  const roles = [...roleDrift(work, 'prediction'), ...roleDrift(work, 'target')];
  const given = Object.keys(work.settings.importances).length > 0;
  const estimated = given ? null : await estimateImportance(work);
  const relation = roles.length < 2 ? null : await measureRelation(work);
  const weighted = given || estimated !== null ? weighDrift(work, estimated) : null;
  const reasons: ModelDriftSection['reasons'] = {
    ...(relation === null ? { relation: 'not-tested' } : {}),
    ...(weighted === null ? { weighted: 'not-estimated' } : {}),
  };
  return { value: { roles, relation, weighted, reasons }, findings: estimated === null ? [] : estimateFindings(estimated, work) };
}
