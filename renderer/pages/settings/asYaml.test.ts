import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportSettings } from '../../../shared/domain/settings.ts';
import { asYaml } from './asYaml.ts';

it('settings written as YAML are read as the same settings', () => {
  const settings = reportSettings.parse({
    columns: ['a', 'b: c', '#d'],
    kinds: { yes: 'numeric', '- x': 'text', '': 'id', '1e3': 'categorical', 'say "hi"\n': 'datetime', '0x1F': 'text', 'a:': 'id' },
    roles: { target: 'null', prediction: '~' },
    drift: { thresholds: { 'späte Fahrt 🚕': 0.25 }, share: 1 },
    binning: { kind: 'fixed-edges', edges: { fare: [-1.5, 0, 1e9] } },
    where: "note <> 'it''s # 5: ok' and x > 3",
  });
  expect(parse(asYaml(settings))).toEqual(settings);
});
