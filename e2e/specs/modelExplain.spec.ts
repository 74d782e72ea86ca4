import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import type { ModelsPage } from '../pages/ModelsPage.ts';
import { expect, test } from '../workbench.ts';

async function giveTwelve(models: ModelsPage): Promise<void> {
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  await models.scoreDialog.getByRole('button', { name: 'Give a value instead…' }).click();
  await models.scoreDialog.getByRole('textbox', { name: 'Value for all other columns' }).fill('12');
  await models.scoreDialog.getByRole('button', { name: 'Close', exact: true }).click();
}

/** The page that the button saves, once it is written whole. */
async function savedPage(models: ModelsPage): Promise<string> {
  const path = await models.shell.saveFile(() => models.main.getByRole('button', { name: 'Save as HTML…' }).click());
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('</html>');
  return readFile(path, 'utf8');
}

test('explains a model on the whole, one row with what if, and why the mean moved', async ({ models, home, report, files, folder }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  const path = join(folder, 'fare-named.onnx');
  await copyFile(join(root, 'fixtures/models/fare-named.onnx'), path);
  await models.open(path);
  await giveTwelve(models);
  await models.tab('Explain');
  await models.main.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(models.part('Contributions to prediction')).toContainText('distance');
  await expect(models.part('Along distance')).toBeVisible();
  expect(await savedPage(models)).toContain('Mean absolute contribution of each column');
  await models.main.getByText('One row, what if').click();
  await models.main.getByRole('button', { name: 'Explain', exact: true }).first().click();
  const apart = models.part('Row taken apart: prediction');
  await expect(apart).toContainText('the columns take it to');
  const distance = models.main.getByRole('form', { name: 'What if' }).getByRole('textbox', { name: 'distance' });
  await distance.fill('100');
  await models.main.getByRole('button', { name: 'What if', exact: true }).click();
  await expect(apart).toContainText('Before the change it was');
  await models.main.getByText('Why the mean moved').click();
  await models.main.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(models.part('Change of prediction')).toContainText('The mean goes from');
});

test('tries worse inputs, the worst first, and saves what it shows', async ({ models, home, report, files, folder }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  const path = join(folder, 'fare-worse.onnx');
  await copyFile(join(root, 'fixtures/models/fare-named.onnx'), path);
  await models.open(path);
  await giveTwelve(models);
  await models.tab('Explain');
  await models.main.getByText('Worse inputs').click();
  await expect(models.main).toContainText('Not tried yet');
  await models.main.getByRole('button', { name: 'Try worse inputs' }).click();
  const part = models.part('Worse inputs');
  await expect(part).toContainText(/Predictions move most under .+ × 1,?000\. They change by .+ on average/);
  const rows = part.getByRole('group', { name: 'Perturbations' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('× 1');
  const changes = await rows.locator('td:nth-child(3)').allTextContents();
  const numbers = changes.map((text) => Number(text.replace(/ sd$/, '').replaceAll(',', '')));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  const page = await savedPage(models);
  expect(page).toContain('What moves predictions, the worst first');
  expect(page).toContain(((await rows.nth(1).locator('td').first().textContent()) ?? 'nothing').trim());
});
