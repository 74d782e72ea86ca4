import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../workbench.ts';

async function accessibilityProblems(page: Page): Promise<string[]> {
  // The default mode opens a second page, which a desktop window does not have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
}

const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const scheme of ['light', 'dark'] as const) {
  test(`has no accessibility problem that axe finds, on any page, in ${scheme}`, async ({ shell, home, report, frame, files }) => {
    test.slow();
    await shell.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await home.typePath('reference', files.reference);
    await home.typePath('current', files.current);
    await report.row('distance').click();
    await expect(report.inspector).toBeVisible();
    expect(await accessibilityProblems(shell.page)).toEqual([]);
    for (const label of await frame.pageLabels()) {
      await frame.goTo(label);
      await expect(shell.page.getByRole('main', { name: label })).toBeVisible();
      expect(await accessibilityProblems(shell.page), label).toEqual([]);
    }
    await shell.page.emulateMedia({ colorScheme: null, reducedMotion: null });
  });
}

test('follows the system into the dark and back', async ({ shell }) => {
  await shell.page.emulateMedia({ colorScheme: 'light' });
  const light = await background(shell.page);
  await shell.page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => background(shell.page)).not.toBe(light);
  await shell.page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(shell.page)).toBe(light);
  await shell.page.emulateMedia({ colorScheme: null });
});

test('needs no sideways scrolling at 1280 by 720', async ({ shell, home, report, files }) => {
  await shell.page.setViewportSize({ width: 1280, height: 720 });
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  const overflow = await shell.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  await shell.page.setViewportSize({ width: 1440, height: 900 });
});
