import { expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { menuActions, type MenuAction } from '#shared/host.ts';
import { menuTemplate } from './menuTemplate.ts';

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

it.each(['linux', 'darwin', 'win32'] as const)('offers every action once on %s, and does it', (platform) => {
  const acted: MenuAction[] = [];
  const items = flatten(menuTemplate({ platform, act: (action) => acted.push(action), forDevelopers: false }));
  for (const item of items) (item.click as (() => void) | undefined)?.();
  expect([...acted].sort()).toEqual([...menuActions].sort());
});

it.each(['linux', 'darwin'] as const)('gives no key twice on %s', (platform) => {
  const keys = flatten(menuTemplate({ platform, act: () => undefined, forDevelopers: true })).flatMap((item) => item.accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

it('keeps the developer’s tools from others', () => {
  const roles = flatten(menuTemplate({ platform: 'linux', act: () => undefined, forDevelopers: false })).map((item) => item.role);
  expect(roles).not.toContain('toggleDevTools');
  expect(roles).not.toContain('reload');
});
