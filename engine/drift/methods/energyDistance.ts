import { detailOf } from '../asNumeric.ts';
import { defineDriftMethod } from '../defineDriftMethod.ts';
import { squaredAreaByChance } from './scaling/ofAreas.ts';

export const energyDistance = defineDriftMethod({
  id: 'energy-distance',
  label: 'Energy distance',
  aliases: ['ed', 'energy', 'energy_distance'],
  appliesTo: ['numeric'],
  verdict: { on: 'statistic', driftedWhen: 'above', threshold: 0.1 },
  summary: 'How far apart two distributions lie, from the squared gap of their cumulative shares; in the root of the unit.',
  bins: null,
  needs: 'ranks',
  compute: (evidence) => ({ statistic: 2 * Math.sqrt(detailOf(evidence, 'ranks').halfSquaredArea), pValue: null }),
  scaling: { of: 'distance', combines: 'squares', chance: squaredAreaByChance },
});
