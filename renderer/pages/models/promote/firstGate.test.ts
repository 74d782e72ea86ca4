import { expect, it } from 'vitest';
import { reportSettings } from '#shared/domain/settings.ts';
import { firstGate } from './firstGate.ts';

const settings = reportSettings.parse({
  roles: { target: 'fare amount', id: 'trip', probabilities: { yes: 'chance: yes' } },
  ignore: ['vendor'],
  derive: [{ column: 'minutes', expression: 'seconds / 60' }],
  where: "kind = 'a'",
});
const of = (change: Partial<Parameters<typeof firstGate>[0]> = {}): string =>
  firstGate({ name: 'taxi', task: 'regression', hasData: true, settings, ...change });

it('begins with what the workspace says of the data, and with bounds of the task', () => {
  expect(of()).toContain('\ntarget: "fare amount"\nderive:\n  - { column: minutes, expression: "seconds / 60" }\nwhere: "kind = \'a\'"\n');
  expect(of()).toContain('ignore: ["trip", "chance: yes", "vendor"]');
  expect(of()).toContain('metric: mae,');
  expect(of({ task: 'classification' })).toContain('metric: balanced-accuracy,');
});

it('asks for nothing that needs what is not there', () => {
  const without = of({ hasData: false, settings: reportSettings.parse({}) });
  expect(without).not.toMatch(/^(metrics|latency|target):/m);
  expect(without).toMatch(/^signature: compatible/m);
  expect(of({ task: null })).not.toMatch(/^metrics:/m);
});
