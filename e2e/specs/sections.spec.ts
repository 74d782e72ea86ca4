import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../workbench.ts';

test('makes the report again with every section, each on a tab that axe finds no fault with', async ({ home, report }) => {
  test.slow();
  await home.openSample();
  await expect(report.row('trip_distance')).toBeVisible({ timeout: 30_000 });
  const first = report.page.url();
  await report.page.getByRole('button', { name: 'Sections' }).click();
  await report.page.getByRole('menuitem', { name: 'All of them' }).click();
  const tabs = report.page.getByRole('tablist', { name: 'Sections of the report' }).getByRole('tab');
  await expect.poll(() => report.page.url(), { timeout: 60_000 }).not.toBe(first);
  const names = await tabs.allTextContents();
  expect(names).toContain('Performance');
  const problems: string[] = [];
  for (const name of names) {
    await report.page.getByRole('tab', { name, exact: true }).click();
    const { violations } = await new AxeBuilder({ page: report.page }).setLegacyMode(true).analyze();
    problems.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''}`));
  }
  expect(problems).toEqual([]);
});
