import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from '../workbench.ts';

async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
}

test('trains a linear model on the sample, opens it, and makes it model and reference', async ({ home, report, models, frame }) => {
  test.slow();
  await home.openSample();
  await expect(report.page.getByRole('main', { name: 'Report' })).toContainText('trip_distance');
  await frame.goTo('Models');
  await models.main.getByRole('button', { name: 'Train a baseline…' }).click();
  const dialog = models.page.getByRole('dialog', { name: 'Train a baseline' });
  await expect(dialog.getByRole('textbox', { name: 'Data' })).toHaveValue(/sample/);
  await expect(dialog.getByRole('checkbox', { name: 'trip_distance' })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption('fare_amount');
  await expect(dialog.getByRole('radio', { name: 'Linear' })).toBeChecked();
  await dialog.getByRole('button', { name: 'None', exact: true }).click();
  await expect(dialog).toContainText('Choose at least one feature.');
  await expect(dialog.getByRole('button', { name: 'Train', exact: true })).toBeDisabled();
  for (const column of ['trip_distance', 'passenger_count']) await dialog.getByRole('checkbox', { name: column }).check();
  expect(await accessibilityProblems(models.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(dialog).toContainText('Linear model of fare_amount, trained on 2 features.');
  const metrics = dialog.getByRole('table', { name: 'How well it does' });
  await expect(metrics.getByRole('row', { name: /^Rows/ })).toHaveText(/^Rows[\d,]+[\d,]+$/);
  await expect(metrics.getByRole('row', { name: /^Mean absolute error/ })).toHaveText(/error[\d.]+$/);
  expect(await accessibilityProblems(models.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open model' }).click();
  await expect(dialog).toBeHidden();
  await expect(models.title).toContainText('fare_amount-linear.onnx');
  await expect(models.main).toContainText('data fit');
  await expect(models.part(/^Inputs/)).toContainText('passenger_count');
  await models.main.getByRole('button', { name: 'Train a baseline…' }).click();
  await dialog.getByRole('button', { name: 'Use as model and reference' }).click();
  await expect(report.page.getByRole('main', { name: 'Report' })).toContainText('trip_distance');
  await expect(models.page.getByRole('banner')).toContainText(/fare_amount-line.*ference\.parquet\s*\(4,000\)/);
});

test('trains on data of 200 columns, and says what is wrong with a target', async ({ models, frame, folder, files }) => {
  await frame.goTo('Models');
  await models.main.getByRole('button', { name: 'Train a baseline…' }).click();
  const dialog = models.page.getByRole('dialog', { name: 'Train a baseline' });
  const data = dialog.getByRole('textbox', { name: 'Data' });
  await data.fill(files.missing);
  await data.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('E_FILE_NOT_FOUND');
  await data.fill(files.wideReference);
  await data.press('Enter');
  await dialog.getByRole('combobox', { name: 'Target' }).selectOption('column_7');
  await expect(dialog).toContainText('199 of 199 chosen');
  await dialog.getByRole('textbox', { name: 'Filter the features' }).fill('column_1');
  await dialog.getByRole('button', { name: 'None', exact: true }).click();
  await expect(dialog).toContainText('88 of 199 chosen');
  await dialog.getByRole('textbox', { name: 'Write to' }).fill(join(folder, 'wide.onnx'));
  await dialog.getByRole('textbox', { name: 'Only rows where' }).fill('column_7 > 1e9');
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('E_');
  await dialog.getByRole('button', { name: 'Back to the choices' }).click();
  await dialog.getByRole('textbox', { name: 'Only rows where' }).fill('');
  await dialog.getByText('The first rows').click();
  await dialog.getByRole('textbox', { name: 'Number of rows' }).fill('400');
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(dialog.getByRole('row', { name: /^Rows/ })).toHaveText('Rows400100');
  await dialog.getByRole('button', { name: 'Register…' }).click();
  await expect(models.page.getByRole('dialog', { name: 'Register wide.onnx' })).toBeVisible();
});
