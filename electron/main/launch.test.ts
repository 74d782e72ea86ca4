import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { isLaunch, readLaunch } from './launch.ts';

const home = resolve('/home/ada');

it('makes named files absolute', () => {
  expect(readLaunch(['jan.parquet', '/data/feb.parquet'], home).files).toEqual([
    resolve(home, 'jan.parquet'),
    resolve('/data/feb.parquet'),
  ]);
});

it('passes over what belongs to Chromium', () => {
  expect(readLaunch(['--no-sandbox', '--force-device-scale-factor=2', 'a.csv', '-x'], home)).toEqual({
    files: [resolve(home, 'a.csv')],
    workspace: null,
  });
});

it.each([[['--workspace', 'w']], [['--workspace=w']]])('reads the workspace from %j', (args) => {
  expect(readLaunch(args, home)).toEqual({ files: [], workspace: resolve(home, 'w') });
});

it('knows a launch from anything else', () => {
  expect(isLaunch(readLaunch(['a'], home))).toBe(true);
  for (const other of [null, undefined, {}, { files: 'a' }, { files: [1] }]) expect(isLaunch(other)).toBe(false);
});
