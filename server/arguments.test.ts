import { expect, it } from 'vitest';
import { parseServeArguments } from './arguments.ts';

it('needs nothing', () => {
  expect(parseServeArguments([])).toEqual({ reference: null, current: null, workspace: null, port: 0, open: true, folders: [] });
});

it('reads the two data sets and every option', () => {
  const argv = ['a.parquet', '--port', '4400', 'b.parquet', '--workspace', 'w', '--folder', 'x', '--folder', 'y', '--no-open'];
  expect(parseServeArguments(argv)).toEqual({
    reference: 'a.parquet',
    current: 'b.parquet',
    workspace: 'w',
    port: 4400,
    open: false,
    folders: ['x', 'y'],
  });
});

it.each([[['a', 'b', 'c']], [['--port', 'x']], [['--port', '65536']], [['--unknown']], [['--workspace']]])('refuses %j', (argv) => {
  expect(() => parseServeArguments(argv)).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
});
