import { AxeBuilder } from '@axe-core/playwright';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import type { ModelsPage } from '../pages/ModelsPage.ts';
import { expect, test } from '../workbench.ts';

async function register(models: ModelsPage, path: string, columns: readonly string[], why: string): Promise<void> {
  await models.open(path);
  if (columns.length > 0) await models.tab('Columns');
  for (const column of columns) await models.addColumn('X', column);
  await expect(models.main).toContainText('The current data fit');
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  await models.scoreDialog.getByRole('button', { name: 'Give a value instead…' }).click();
  await models.scoreDialog.getByRole('textbox', { name: 'Value for all other columns' }).fill('12');
  await models.scoreDialog.getByRole('button', { name: 'Close', exact: true }).click();
  await models.main.getByRole('button', { name: 'Register…' }).click();
  const dialog = models.page.getByRole('dialog', { name: /^Register/ });
  await dialog.getByLabel('Name').fill('fare');
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(models.title).toHaveText('fare');
}

async function writeCard(models: ModelsPage): Promise<void> {
  await models.tab('Card');
  await models.main.getByRole('button', { name: 'Write the card' }).click();
  const card =
    'purpose: Tips before the ride.\nowner: fares team\nmetrics:\n  - { metric: mae, value: 2.5, on: february, interval: [2, 3] }\n';
  await models.main.getByRole('textbox', { name: 'Card as YAML' }).fill(card);
  await models.main.getByRole('button', { name: 'Save the card' }).click();
  await expect(models.part('How well it does')).toContainText('2 to 3');
}

async function compare(models: ModelsPage): Promise<void> {
  await models.tab('Compare');
  await models.main.getByRole('combobox', { name: 'Column with the truth' }).click();
  await models.page.getByRole('option', { name: 'trip_id' }).click();
  await models.main.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(models.part('Metrics').getByRole('row', { name: /Mean absolute error/ })).toBeVisible();
}

/** What axe finds on the page as it stands, in light and in dark. */
async function expectNoProblem(models: ModelsPage, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await models.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(models.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    // The default mode opens a second page, which a desktop window does not have.
    const { violations } = await new AxeBuilder({ page: models.page }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
    expect.soft(found, `${view}, ${colorScheme}`).toEqual([]);
  }
}

test('has no accessibility problem that axe finds, on the filled views of a registered model', async ({
  models,
  home,
  report,
  files,
  folder,
}) => {
  test.slow();
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  const paths = ['fare-named.onnx', 'fare-wide.onnx'].map((name) => [join(root, 'fixtures/models', name), join(folder, name)] as const);
  for (const [from, to] of paths) await copyFile(from, to);
  await register(models, paths[0]![1], [], 'the first one');
  await register(models, paths[1]![1], ['fare', 'distance', 'hour_of_day'], 'one input only');
  await expectNoProblem(models, 'registered model');
  await models.tab('Columns');
  await expectNoProblem(models, 'Columns');
  await models.tab('Versions');
  await expect(models.main.getByRole('row', { name: /the first one/ })).toBeVisible();
  await expectNoProblem(models, 'Versions');
  await models.tab('History');
  await expect(models.main.getByRole('list', { name: 'History' })).toBeVisible();
  await expectNoProblem(models, 'History');
  await writeCard(models);
  await expectNoProblem(models, 'Card');
  await compare(models);
  await expectNoProblem(models, 'Compare');
  await models.tab('Explain');
  for (const [choice, action, region] of [
    ['The model', 'Explain', 'Along distance'],
    ['One row, what if', 'Explain', 'Row taken apart: prediction'],
    ['Why the mean moved', 'Explain', 'Change of prediction'],
    ['Worse inputs', 'Try worse inputs', 'Worse inputs'],
  ] as const) {
    await models.main.getByText(choice, { exact: true }).click();
    await models.main.getByRole('button', { name: action, exact: true }).first().click();
    await expect(models.part(region)).toBeVisible();
    for (const numbers of await models.main.getByText('The numbers', { exact: true }).all()) await numbers.click();
    await expectNoProblem(models, choice);
  }
  await models.page.emulateMedia({ colorScheme: null, reducedMotion: null });
});
