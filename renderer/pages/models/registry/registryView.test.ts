import { expect, it } from 'vitest';
import { nameFor, usualVersion } from './registryView.ts';

it('makes a name that the registry takes from any file name', () => {
  expect(nameFor('fare model (2).onnx')).toBe('fare-model-2-');
  expect(nameFor('_x.onnx')).toBe('x');
  expect(nameFor('№.onnx')).toBe('model');
  expect(nameFor(`${'a'.repeat(140)}.onnx`)).toHaveLength(100);
});

it('shows the champion where there is one, else the newest version', () => {
  const versions = [{ version: 3 }, { version: 2 }, { version: 1 }] as never;
  const alias = { alias: 'champion', version: 2, since: '', by: '', why: '', way: 'promoted' as const };
  expect(usualVersion({ aliases: [alias], versions })).toEqual({ version: 2 });
  expect(usualVersion({ aliases: [{ ...alias, alias: 'challenger' }], versions })).toEqual({ version: 3 });
});
