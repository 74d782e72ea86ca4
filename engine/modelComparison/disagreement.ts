import type { Disagreements } from '#shared/domain/modelComparison.ts';
import { pairedDistances, pairedRows, type DistanceRequest, type PairedFile } from '../data/evidence/pairedRows.ts';
import type { Database } from '../data/openDuckDb.ts';
import type { ClassPair } from './pairedSides.ts';

const shares = [0.5, 0.75, 0.9, 0.95, 0.99];

interface Asked {
  readonly hasTarget: boolean;
  readonly examples: number;
}

const nothing: Disagreements = {
  measuredOn: 'values',
  rows: 0,
  different: 0,
  share: null,
  meanSize: null,
  largest: null,
  onlyOne: 0,
  quantiles: [],
  examples: [],
  reasons: { share: 'not-tested', meanSize: 'not-tested', largest: 'not-tested' },
};

async function measured(
  database: Database,
  request: Omit<DistanceRequest, 'shares'>,
  measuredOn: Disagreements['measuredOn'],
  signal: AbortSignal,
): Promise<Disagreements> {
  const found = await database.using(signal, (connection) => pairedDistances(connection, { ...request, shares }));
  const { rows, different, onlyOne, mean, largest, quantiles, examples } = found;
  return {
    measuredOn,
    rows,
    different,
    onlyOne,
    share: rows === 0 ? null : different / rows,
    meanSize: mean,
    largest,
    quantiles: quantiles.map((value, i) => ({ share: shares[i]!, value })),
    examples: examples.map(({ row, first, second, size, target }) => ({ row, champion: first, challenger: second, size, target })),
    reasons: rows === 0 ? { share: 'no-valid-values', meanSize: 'no-valid-values', largest: 'no-valid-values' } : {},
  };
}

/** Where two models give other numbers. */
export function numberDisagreements(
  database: Database,
  pair: [PairedFile, PairedFile] | null,
  asked: Asked,
  signal: AbortSignal,
): Promise<Disagreements> {
  if (pair === null) return Promise.resolve(nothing);
  const size = 'case when isfinite(a) and isfinite(b) then abs(b - a) end';
  return measured(database, { ...asked, from: pairedRows(...pair), size, differs: 'a <> b' }, 'values', signal);
}

/** Where two classifiers give other classes, and how far their probabilities are apart. */
export function classDisagreements(database: Database, pair: ClassPair, asked: Asked, signal: AbortSignal): Promise<Disagreements> {
  const { files, withClasses, withScores } = pair;
  if (!withClasses && !withScores) return Promise.resolve({ ...nothing, measuredOn: 'classes' });
  const from = pairedRows(...files);
  if (!withScores) {
    const size = 'case when a is not null and b is not null then (a <> b)::int end';
    return measured(database, { ...asked, from, size, differs: 'a <> b' }, 'classes', signal);
  }
  const differs = withClasses ? 'ga <> gb' : 'a <> b';
  const named = `(select row_number, ${withClasses ? 'a as ga, b as gb, ' : ''}pa as a, pb as b${asked.hasTarget ? ', t' : ''} from ${from})`;
  const size = 'case when isfinite(a) and isfinite(b) then abs(b - a) end';
  return measured(database, { ...asked, from: named, size, differs }, 'probabilities', signal);
}
