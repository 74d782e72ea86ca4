import { z } from 'zod';
import { gate, type Gate } from '#shared/domain/gate.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { fairnessMetrics } from '../metrics/fairnessMetrics.ts';
import { classificationMetrics, regressionMetrics } from '../metrics/metrics.ts';
import { readYaml } from '../store/readYaml.ts';

const metricIds = [...regressionMetrics.all, ...classificationMetrics.all].map(({ id }) => id);
const fairnessIds = fairnessMetrics.all.map(({ id }) => id);

function checkNames(names: readonly string[], known: readonly string[], what: string): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearNames(unknown, known);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known are ${known.join(', ')}.`;
  throw new AppError('E_GATE_INVALID', `There is no ${what} ${unknown}. ${hint}`);
}

function checkRobustness({ robustness, target }: Gate): void {
  if (robustness === undefined) return;
  const { bounds, metric, units, ...levels } = robustness;
  if (metric !== undefined) checkNames([metric], metricIds, 'metric');
  const names = bounds.map(({ kind, measure }) => `${kind}.${measure}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new AppError('E_GATE_INVALID', `The robustness of the gate bounds ${twice} twice; keep one of the two.`);
  const empty = bounds.find(({ kind }) => (kind === 'unit' ? units : levels[kind])?.length === 0);
  if (empty !== undefined) {
    throw new AppError(
      'E_GATE_INVALID',
      `The gate bounds ${empty.kind} and gives it no level to try: name one, or leave the empty list out.`,
    );
  }
  if (target === undefined && bounds.some(({ measure }) => measure === 'loss')) {
    throw new AppError('E_GATE_INVALID', 'A bound on the loss needs the column with the truth: target: NAME.');
  }
}

/** Reads a gate. Throws E_GATE_INVALID with the line, or with the name that is not known. */
export function readGate(text: string): Gate {
  const read = readYaml(text, { schema: gate, code: 'E_GATE_INVALID', what: 'the gate' });
  checkNames(
    (read.metrics ?? []).map(({ metric }) => metric),
    metricIds,
    'metric',
  );
  checkNames(
    (read.fairness ?? []).map(({ metric }) => metric),
    fairnessIds,
    'fairness metric',
  );
  checkRobustness(read);
  const needsTarget = (read.metrics ?? []).length > 0 || (read.fairness ?? []).length > 0;
  if (needsTarget && read.target === undefined) {
    throw new AppError('E_GATE_INVALID', 'Metrics and fairness need the column with the truth: target: NAME.');
  }
  const bound = (read.metrics ?? []).find(({ condition, againstHolder }) => condition === undefined && againstHolder === undefined);
  if (bound !== undefined) {
    throw new AppError('E_GATE_INVALID', `The metric ${bound.metric} has no bound: give it a condition, againstHolder, or both.`);
  }
  if (!looksAtData(read) && read.signature === undefined && read.card === undefined) {
    throw new AppError(
      'E_GATE_INVALID',
      'The gate asks for nothing; it has suite, metrics, fairness, signature, robustness, latency and card to ask for.',
    );
  }
  return read;
}

/** The JSON schema (draft 2020-12) that every gate keeps to, for editors. */
export function gateJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(gate, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: 'urn:driftglass:gate:1', title: 'Driftglass sign-off gate', ...schema };
}

/** Whether anything of the gate looks at data. */
export function looksAtData({ suite, metrics = [], fairness = [], robustness, latency }: Gate): boolean {
  return suite !== undefined || metrics.length > 0 || fairness.length > 0 || robustness !== undefined || latency !== undefined;
}
