import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceState } from '#shared/contract/workspace.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { plainSettings } from './plainSettings.ts';

const answers: ((state: WorkspaceState) => void)[] = [];
const sent: ReportSettings[] = [];

vi.mock('../client/engine.ts', () => ({
  client: {
    workspace: {
      update: ({ settings }: { settings: ReportSettings }) => {
        sent.push(settings);
        return new Promise<WorkspaceState>((resolve) => answers.push(resolve));
      },
    },
  },
}));

const { changeSettings } = await import('./settings.ts');
const { adopt, lastChange, readWorkspace } = await import('./workbench.ts');

const workspace = (settings: ReportSettings): WorkspaceState => ({
  name: 'w',
  path: '/w',
  reference: null,
  current: null,
  settings,
  openedModels: [],
  gate: '',
  recent: [],
});
const one: ReportSettings = { ...plainSettings, where: 'a > 1' };
const two: ReportSettings = { ...one, compat: 'evidently' };

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  answers.length = 0;
  sent.length = 0;
  adopt(workspace(plainSettings));
});

describe('settings that are changed twice in a row', () => {
  it('stay as they were changed last, whatever answer comes late', async () => {
    const first = changeSettings(one);
    const second = changeSettings(two);
    expect(readWorkspace()?.settings).toEqual(two);
    await settled();
    answers[0]!(workspace(one));
    await first;
    expect(readWorkspace()?.settings).toEqual(two);
    await settled();
    answers[1]!(workspace(two));
    await second;
    expect(readWorkspace()?.settings).toEqual(two);
    expect(sent).toEqual([one, two]);
  });

  it('are not undone by what the engine said of the time before', async () => {
    const mark = lastChange();
    const change = changeSettings(one);
    adopt({ ...workspace(plainSettings), name: 'renamed' }, mark);
    expect(readWorkspace()).toMatchObject({ name: 'renamed', settings: { where: 'a > 1' } });
    await settled();
    answers[0]!(workspace(one));
    expect(await change).toBe(true);
  });
});
