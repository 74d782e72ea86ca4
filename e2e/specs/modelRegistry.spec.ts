import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import type { ModelsPage } from '../pages/ModelsPage.ts';
import { expect, test } from '../workbench.ts';

async function modelFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await copyFile(join(root, 'fixtures/models', name), path);
  return path;
}

async function register(models: ModelsPage, path: string, why: string): Promise<void> {
  await models.open(path);
  await models.main.getByRole('button', { name: 'Register…' }).click();
  const dialog = models.page.getByRole('dialog', { name: /^Register/ });
  await dialog.getByLabel('Name').fill('fare');
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(models.title).toHaveText('fare');
}

async function setAlias(models: ModelsPage, alias: string, why: string): Promise<void> {
  await models.main.getByRole('button', { name: 'More to do with this version' }).click();
  await models.page.getByRole('menuitem', { name: 'Set an alias…' }).click();
  const dialog = models.page.getByRole('dialog', { name: /^An alias for version/ });
  await dialog.getByLabel('Alias').fill(alias);
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Set the alias' }).click();
  await expect(dialog).toBeHidden();
}

test('registers two versions, sets aliases with a reason, and rolls back in one step', async ({ models, folder, shell }) => {
  await register(models, await modelFile(folder, 'fare-named.onnx'), 'the first one');
  await expect(models.main.getByRole('combobox', { name: 'Version' })).toHaveValue('1');
  await setAlias(models, 'champion', 'nothing else is there');
  await register(models, await modelFile(folder, 'fare-wide.onnx'), 'one input only');
  await expect(models.main.getByRole('combobox', { name: 'Version' })).toHaveValue('2');
  await setAlias(models, 'champion', 'quicker');
  await expect(models.list.first()).toContainText('championv2');
  await models.tab('Versions');
  await expect(models.main.getByRole('row', { name: /one input only/ })).toContainText('champion');
  await models.tab('History');
  await expect(models.main.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveText([
    /Alias set.*from version 1 to version 2.*“quicker”/,
    /Registered.*Version 2 registered.*“one input only”/,
    /Alias set.*from no version to version 1.*“nothing else is there”/,
    /Registered.*Version 1 registered.*“the first one”/,
  ]);
  await models.main.getByRole('button', { name: 'Roll champion back one step' }).click();
  await expect(models.list.first()).toContainText('championv1');
  await models.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(models.list.first()).toContainText('championv2');
  await models.main.getByLabel('Day').fill(new Date().toISOString().slice(0, 10));
  await expect(models.main.getByRole('status', { name: 'Answer' })).toContainText(/ersion 2/);
  await shell.open('#/models');
  await expect(models.title).toHaveText('fare');
  await expect(models.main.getByRole('combobox', { name: 'Version' })).toHaveValue('2');
});

test('tags a version, and writes its card as text', async ({ models, folder }) => {
  await register(models, await modelFile(folder, 'fare-named.onnx'), 'first');
  await models.main.getByRole('button', { name: 'Tag', exact: true }).click();
  await models.page.getByLabel('Name of the tag').fill('team');
  await models.page.getByLabel('Value of the tag').fill('fares');
  await models.page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(models.main.getByRole('list', { name: 'Tags' })).toContainText('fares');
  await models.main.getByRole('button', { name: 'Take the tag team away' }).click();
  await models.page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(models.main.getByRole('list', { name: 'Tags' })).toContainText('fares');
  await models.tab('Card');
  await models.main.getByRole('button', { name: 'Write the card' }).click();
  const field = models.main.getByRole('textbox', { name: 'Card as YAML' });
  await field.fill('purpose: Tips before the ride.\nmetrics:\n  - { metric: mae, valeu: 2 }\n');
  await models.main.getByRole('button', { name: 'Save the card' }).click();
  await expect(models.main.getByRole('alert')).toContainText('E_CARD_INVALID');
  await field.fill(
    'purpose: Tips before the ride.\nowner: fares team\nmetrics:\n  - { metric: mae, value: 2.5, on: february, interval: [2, 3] }\n',
  );
  await models.main.getByRole('button', { name: 'Save the card' }).click();
  await expect(models.part('How well it does')).toContainText('2 to 3');
  await expect(models.main).toContainText('fares team');
});

test('scores with a version, and writes its name and number beside the predictions', async ({ models, folder, home, files, frame }) => {
  await home.typePath('current', files.current);
  await register(models, await modelFile(folder, 'fare-named.onnx'), 'first');
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  const dialog = models.scoreDialog;
  await dialog.getByText('Give NaN').click();
  await dialog.getByRole('textbox', { name: 'Write to' }).fill(join(folder, 'by-version.parquet'));
  await dialog.getByRole('button', { name: 'Score', exact: true }).click();
  await expect(dialog).toContainText('4,000 rows scored');
  await expect(dialog).toContainText('Predictions that are no finite number: prediction');
  await dialog.getByRole('button', { name: 'Use as the current data' }).click();
  await expect(frame.main.getByRole('grid', { name: 'Rows' })).toContainText('model_version');
  await expect(models.page.getByRole('main', { name: 'Data' })).toContainText('fare');
});

test('promotes through the gate: refused with its numbers, overridden with a reason, undone', async ({ models, folder, home, files }) => {
  await home.typePath('current', files.current);
  await register(models, await modelFile(folder, 'fare-named.onnx'), 'first');
  await models.main.getByRole('button', { name: 'Promote…' }).click();
  const dialog = models.page.getByRole('dialog', { name: 'Promote version 1 of fare' });
  await dialog.getByRole('textbox', { name: 'Gate' }).fill('name: mine\ncard: [purpose]\nsignature: compatible\n');
  await dialog.getByRole('button', { name: 'Only ask' }).click();
  await expect(dialog).toContainText('It would be refused');
  await dialog.getByRole('button', { name: 'Promote', exact: true }).click();
  await expect(dialog).toContainText('Refused: the alias is where it was');
  await expect(dialog.getByRole('row', { name: /purpose/ })).toContainText('failed');
  await dialog.getByRole('textbox', { name: 'All the same' }).fill('the card comes tomorrow');
  await dialog.getByRole('button', { name: 'Promote all the same' }).click();
  await expect(dialog).toContainText('Promoted although it failed');
  await dialog.getByRole('textbox', { name: 'Gate' }).fill('crad: [purpose]\n');
  await dialog.getByRole('button', { name: 'Only ask' }).click();
  await expect(dialog.getByRole('alert')).toContainText('E_GATE_INVALID');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(models.list.first()).toContainText('championv1');
  await models.tab('History');
  await expect(models.main.getByRole('list', { name: 'History' })).toContainText('“the card comes tomorrow”');
  await expect(models.main.getByRole('list', { name: 'History' })).toContainText('Refused');
});

async function giveNaN(models: ModelsPage): Promise<void> {
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  await models.scoreDialog.getByText('Give NaN').click();
  await models.scoreDialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(models.scoreDialog).toBeHidden();
}

test('compares two versions on the same rows, with intervals and where they disagree', async ({ models, folder, home, files }) => {
  await home.typePath('current', files.current);
  const [named, wide] = [await modelFile(folder, 'fare-named.onnx'), await modelFile(folder, 'fare-wide.onnx')];
  await models.open(named);
  await giveNaN(models);
  await register(models, named, 'first');
  await models.open(wide);
  await models.tab('Columns');
  for (const column of ['fare', 'distance', 'hour_of_day']) await models.addColumn('X', column);
  await expect(models.main).toContainText('The current data fit');
  await giveNaN(models);
  await register(models, wide, 'second, its columns in another order');
  await models.tab('Compare');
  await expect(models.main).toContainText('Not compared yet');
  await models.main.getByRole('combobox', { name: 'Column with the truth' }).click();
  await models.page.getByRole('option', { name: 'trip_id' }).click();
  await models.main.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(models.part('Metrics').getByRole('row', { name: /Mean absolute error/ })).toContainText(/better|worse|undecided/);
  await expect(models.part('Where they disagree')).toContainText(/On [\d,]+ of [\d,]+ rows/);
  await expect(models.part('Where they disagree').getByRole('row')).toHaveCount(11);
});
