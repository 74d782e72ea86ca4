import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../workbench.ts';

async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
}

test('makes the sections on relations when they are asked for, and shows the rows of a weak segment', async ({ home, report }) => {
  test.slow();
  await home.openSample();
  const { page } = report;
  for (const name of ['Correlations', 'Target leakage', 'Weak segments']) {
    await page.getByRole('button', { name: 'Sections' }).click();
    await page.getByRole('menuitem', { name: new RegExp(name) }).click();
    await expect(report.tab({ Correlations: 'Correlations', 'Target leakage': 'Leakage' }[name] ?? 'Weak segments')).toBeVisible();
  }
  await report.tab('Correlations').click();
  const correlations = page.getByRole('region', { name: 'Correlations' });
  await expect(correlations.getByRole('img', { name: /Pearson correlation, change/ })).toBeVisible();
  await expect(correlations.getByRole('img', { name: /^Correlation ratio, change/ })).toBeVisible();
  await expect(correlations.getByRole('table', { name: 'Strongest' }).getByRole('row').nth(1)).toContainText('Pearson');
  expect(await accessibilityProblems(page)).toEqual([]);
  await report.tab('Leakage').click();
  await expect(page.getByRole('region', { name: 'Target leakage' })).toContainText('fare_amount');
  expect(await accessibilityProblems(page)).toEqual([]);
  await report.tab('Weak segments').click();
  const errors = page.getByRole('table', { name: 'Where the model errs most' });
  await expect(errors.getByRole('row').nth(1)).toContainText(/"\w+"/);
  await errors.getByRole('button', { name: 'Show rows' }).first().click();
  await expect(page.getByRole('region', { name: 'Rows of the segment' }).getByRole('row').nth(1)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await expect(page).toHaveURL(/tab=weak-segments/);
});

test('compares the rows of a weak segment alone in one click, and all rows again', async ({ home, report }) => {
  test.slow();
  await home.openSample();
  const { page } = report;
  await page.getByRole('button', { name: 'Sections' }).click();
  await page.getByRole('menuitem', { name: /Weak segments/ }).click();
  await report.tab('Weak segments').click();
  const worst = page.getByRole('table', { name: 'Where the model errs most' }).getByRole('row').nth(1);
  const condition = (await worst.getByRole('rowheader').textContent()) ?? '';
  const rows = (await worst.getByRole('cell').first().textContent())?.split(' ')[0] ?? '';
  expect(condition).not.toBe('');
  await worst.getByRole('button', { name: 'Compare these rows' }).click();
  const hint = page.getByRole('group', { name: 'Rows of this report' });
  await expect(hint).toContainText('Only rows where');
  await expect(hint).toContainText(condition);
  const files = page.getByRole('button', { name: /Reference.*Current/ });
  await expect(files).toContainText(`${rows} rows`);
  expect(await accessibilityProblems(page)).toEqual([]);
  await hint.getByRole('button', { name: 'Compare all rows' }).click();
  await expect(hint).toBeHidden();
  await expect(files).not.toContainText(`${rows} rows`);
});
