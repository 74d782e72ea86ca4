import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { readWeightFacts } from '../data/evidence/weightFacts.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { targetSides, type PerformanceWork, type TargetSide } from './roleSides.ts';
import { weightSql } from './weightSql.ts';

/** Weights beyond these cannot be multiplied with each other. */
const [smallest, largest] = [1e-100, 1e100];

async function unfitSide(work: PerformanceWork, name: 'reference' | 'current', side: TargetSide): Promise<string | null> {
  const column = `the column ${work.settings.roles.weight}, named for the weights of rows,`;
  const where = name === 'reference' ? 'in the reference' : 'in the current data';
  const weight = weightSql(side);
  if (weight === null || side.weight === null) return null;
  if (groupOf(side.weight.family) !== 'number') return `${column} holds no numbers ${where}.`;
  const facts = await work.database.using(work.context.signal, (connection) =>
    readWeightFacts(connection, { view: side.view, weight, smallest, largest }),
  );
  const rows = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
  if (facts.below > 0) return `${column} is below 0 in ${rows(facts.below)} ${where}; a weight is 0 or more.`;
  if (facts.infinite > 0) return `${column} is infinite in ${rows(facts.infinite)} ${where}.`;
  if (facts.above === 0 && side.rows > 0) return `${column} is 0 or missing in every row ${where}.`;
  if (facts.extreme === 0) return null;
  return `${column} is outside ${formatNumber(smallest)} to ${formatNumber(largest)} in ${rows(facts.extreme)} ${where}; divide all weights by one number.`;
}

/** Asks of the weights of both sides that they can weigh; else what is wrong, as a sentence. */
export async function unfitWeights(work: PerformanceWork): Promise<string | null> {
  const sides = targetSides(work);
  for (const name of ['reference', 'current'] as const) {
    const unfit = sides[name] === null ? null : await unfitSide(work, name, sides[name]);
    if (unfit !== null) return unfit;
  }
  return null;
}
