import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { registry } from '#shared/lib/registry.ts';
import type { DriftMethod } from './defineDriftMethod.ts';
import { andersonDarling } from './methods/andersonDarling.ts';
import { chiSquare } from './methods/chiSquare.ts';
import { cramerVonMises } from './methods/cramerVonMises.ts';
import { energyDistance } from './methods/energyDistance.ts';
import { eppsSingleton } from './methods/eppsSingleton.ts';
import { fisherExact } from './methods/fisherExact.ts';
import { gTest } from './methods/gTest.ts';
import { hellinger } from './methods/hellinger.ts';
import { jensenShannon } from './methods/jensenShannon.ts';
import { klDivergence } from './methods/klDivergence.ts';
import { ks } from './methods/ks.ts';
import { lInfinity } from './methods/lInfinity.ts';
import { mannWhitney } from './methods/mannWhitney.ts';
import { mmd } from './methods/mmd.ts';
import { psi } from './methods/psi.ts';
import { textClassifierAuc } from './methods/textClassifierAuc.ts';
import { textClassifierTest } from './methods/textClassifierTest.ts';
import { totalVariation } from './methods/totalVariation.ts';
import { tTest } from './methods/tTest.ts';
import { wasserstein } from './methods/wasserstein.ts';
import { z } from './methods/z.ts';

export const driftMethods = registry<DriftMethod>([
  ks,
  wasserstein,
  psi,
  jensenShannon,
  klDivergence,
  hellinger,
  totalVariation,
  lInfinity,
  energyDistance,
  chiSquare,
  gTest,
  z,
  fisherExact,
  andersonDarling,
  cramerVonMises,
  eppsSingleton,
  mannWhitney,
  tTest,
  mmd,
  textClassifierTest,
  textClassifierAuc,
]);

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const namesOf = ({ id, label, aliases }: DriftMethod): string[] => [id, label, ...aliases];

const byPlainName = new Map(driftMethods.all.flatMap((method) => namesOf(method).map((name) => [plain(name), method] as const)));

/** Finds a method by its id, its label or another system's name for it; letter case, spaces and signs do not count. */
export function findMethod(name: string): DriftMethod {
  const method = byPlainName.get(plain(name));
  if (method !== undefined) return method;
  const ids = driftMethods.all.map(({ id }) => id);
  const near = new Set(nearNames(name, driftMethods.all.flatMap(namesOf)).map((found) => findMethod(found).id));
  const meant = near.size > 0 ? `did you mean ${[...near].join(' or ')}?` : `there are ${ids.join(', ')}.`;
  throw new AppError('E_METHOD_UNKNOWN', `“${name}” is not a drift method: ${meant}`);
}
