import { expect, test } from 'vitest';
import { defaultWorkspaceFolder } from './workspaceFolder.ts';

test('each system keeps the workspace where its programs keep data', () => {
  const folder = (platform: NodeJS.Platform, env: Record<string, string> = {}): string =>
    defaultWorkspaceFolder({ platform, env, home: platform === 'win32' ? 'C:\\Users\\ada' : '/home/ada' });
  expect(folder('linux')).toBe('/home/ada/.local/share/driftglass/workspace');
  expect(folder('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/driftglass/workspace');
  expect(folder('darwin')).toBe('/home/ada/Library/Application Support/Driftglass/workspace');
  expect(folder('win32')).toBe('C:\\Users\\ada\\AppData\\Local\\Driftglass\\workspace');
  expect(folder('win32', { LOCALAPPDATA: 'D:\\Data' })).toBe('D:\\Data\\Driftglass\\workspace');
});

test('a relative XDG_DATA_HOME is ignored, as its specification asks', () => {
  expect(defaultWorkspaceFolder({ platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home: '/home/ada' })).toBe(
    '/home/ada/.local/share/driftglass/workspace',
  );
});

test('DRIFTGLASS_WORKSPACE names another folder', () => {
  expect(defaultWorkspaceFolder({ platform: 'linux', env: { DRIFTGLASS_WORKSPACE: '/w' }, home: '/home/ada' })).toBe('/w');
});
