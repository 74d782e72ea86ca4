import { AxeBuilder } from '@axe-core/playwright';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import type { ModelsPage } from '../pages/ModelsPage.ts';
import { expect, test } from '../workbench.ts';

async function register(models: ModelsPage, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await copyFile(join(root, 'fixtures/models', name), path);
  await models.open(path);
  if (name === 'fare-wide.onnx') {
    await models.tab('Columns');
    for (const column of ['fare', 'distance', 'hour_of_day']) await models.addColumn('X', column);
    await expect(models.main).toContainText('The current data fit');
  }
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  await models.scoreDialog.getByText('Give NaN').click();
  await models.scoreDialog.getByRole('button', { name: 'Close', exact: true }).click();
  await models.main.getByRole('button', { name: 'Register…' }).click();
  const dialog = models.page.getByRole('dialog', { name: /^Register/ });
  await dialog.getByLabel('Name').fill('fare');
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(models.title).toHaveText('fare');
}

test('tells of two versions which is better, by segment too', async ({ models, folder, home, files }) => {
  await home.typePath('current', files.current);
  await register(models, folder, 'fare-named.onnx');
  await register(models, folder, 'fare-wide.onnx');
  await models.tab('Compare');
  await models.main.getByRole('combobox', { name: 'Column with the truth' }).click();
  await models.page.getByRole('option', { name: 'trip_id' }).click();
  await models.main.getByRole('combobox', { name: 'Segments by' }).click();
  // The list of the other field takes a moment to go.
  const payment = models.page.getByRole('option', { name: 'payment' }).filter({ visible: true });
  await expect(payment).toHaveCount(1);
  await payment.click();
  await models.page.keyboard.press('Escape');
  await models.main.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(models.part('Metrics').getByRole('row', { name: /Mean absolute error/ })).toContainText(/ to .*(better|worse|undecided)/);
  const segments = models.part('By segment');
  await expect(segments.getByRole('row', { name: /payment/ })).toHaveCount(3);
  await expect(segments.getByRole('row', { name: /voucher/ })).toContainText(/[\d,.]+ \([\d,.]+ to [\d,.]+\)/);
  await segments.getByRole('combobox', { name: 'Metric of the segments' }).selectOption({ label: 'R²' });
  await expect(segments.getByRole('group', { name: 'R² by segment' })).toContainText('voucher');
  await expect(models.main).toContainText('rows a second');
  const history = models.part('File by file');
  await history.getByRole('button', { name: 'Score the history anew' }).click();
  await expect(history.getByRole('group', { name: 'Both versions file by file' }).getByRole('row')).toHaveCount(2);
  await expect(history.getByRole('row').nth(1)).toContainText(/^february.parquet4,000/);
  expect((await new AxeBuilder({ page: models.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});
