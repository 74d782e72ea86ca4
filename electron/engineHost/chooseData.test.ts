import { expect, it } from 'vitest';
import { createEngine } from '#engine/index.ts';
import { chooseData } from './chooseData.ts';

async function chosenAfter(...starts: string[][]): Promise<(string | undefined)[]> {
  const { api, close } = createEngine({ workspace: null, host: 'test', roots: null });
  for (const paths of starts) await chooseData(api.workspace, paths);
  const { reference, current } = await api.workspace.get({}, { signal: new AbortController().signal, progress: () => undefined });
  await close();
  return [reference?.path, current?.path];
}

it('chooses nothing when nothing is named', async () => {
  expect(await chosenAfter([])).toEqual([undefined, undefined]);
});

it('takes two as reference and current, whatever was chosen before', async () => {
  expect(await chosenAfter(['a', 'b'])).toEqual(['a', 'b']);
  expect(await chosenAfter(['a', 'b'], ['c', 'd'])).toEqual(['c', 'd']);
});

it('takes one as the reference where there is none, else as the current data', async () => {
  expect(await chosenAfter(['a'])).toEqual(['a', undefined]);
  expect(await chosenAfter(['a'], ['b'])).toEqual(['a', 'b']);
  expect(await chosenAfter(['a', 'b'], ['c'])).toEqual(['a', 'c']);
});
