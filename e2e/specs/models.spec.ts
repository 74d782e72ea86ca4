import { DuckDBInstance } from '@duckdb/node-api';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import { expect, test } from '../workbench.ts';

/** A model of fixtures/models, copied to where the workbench may read. */
async function modelFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await copyFile(join(root, 'fixtures/models', name), path);
  return path;
}

async function rowsOf(path: string, query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(query.replace('$', `read_parquet('${path}')`));
  const rows = reader.getRowsJson() as unknown[][];
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test('shows what a model file is, and keeps it in the list', async ({ shell, models, frame, folder }) => {
  const path = await modelFile(folder, 'fare-named.onnx');
  await frame.goTo('Models');
  await expect(models.main).toContainText('No model yet');
  await models.typePath(path);
  await expect(models.title).toHaveText('fare-named.onnx');
  await expect(models.main).toContainText('Can be run');
  await expect(models.part(/^Inputs/)).toContainText('hour_of_day');
  await expect(models.part(/^Inputs/)).toContainText('float32[?, 1]');
  await expect(models.part('About')).toContainText('ai.onnx 13');
  await expect(models.part('What it computes')).toContainText('MatMul');
  await shell.open('#/models');
  await expect(models.list).toHaveText([/fare-named\.onnx/]);
  await expect(models.title).toHaveText('fare-named.onnx');
});

test('opens a model that is chosen, and one that is dropped', async ({ shell, models, frame, folder }) => {
  const [named, wide] = [await modelFile(folder, 'fare-named.onnx'), await modelFile(folder, 'fare-wide.onnx')];
  await frame.goTo('Models');
  await shell.chooseFiles(() => models.main.getByRole('button', { name: 'Choose a model…' }).click(), [named]);
  await expect(models.title).toHaveText('fare-named.onnx');
  await shell.drop(models.main, [wide]);
  await expect(models.title).toHaveText('fare-wide.onnx');
  await expect(models.list).toHaveCount(2);
});

test('says why a model cannot be run, and what it is all the same', async ({ models, folder, files }) => {
  await models.open(await modelFile(folder, 'unknown-operator.onnx'));
  await expect(models.main).toContainText('Cannot be run here');
  await expect(models.main.getByRole('alert')).toContainText('Clairvoyance');
  await expect(models.part(/^Inputs/)).toContainText('float32[');
  await expect(models.main.getByRole('button', { name: 'Score data…' })).toHaveCount(0);
  await models.typePath(files.corrupt);
  await expect(models.main.getByRole('alert')).toContainText('E_MODEL_INVALID');
  await models.main.getByRole('alert').getByRole('button', { name: 'Take it out of the list' }).click();
  await expect(models.list).toHaveText([/unknown-operator\.onnx/]);
  await models.page.getByRole('button', { name: 'Undo' }).click();
  await expect(models.list).toHaveCount(2);
});

test('finds the columns of a model by name, and takes others by hand', async ({ shell, home, models, folder, files }) => {
  await home.typePath('current', files.current);
  await models.open(await modelFile(folder, 'fare-named.onnx'));
  await expect(models.main).toContainText('The current data fit');
  await models.tab('Columns');
  await expect(models.main.getByRole('combobox', { name: 'Column for fare' })).toHaveValue('fare');
  await expect(models.part('What it adds')).toContainText('prediction');
  await models.main.getByRole('combobox', { name: 'Column for fare' }).selectOption('payment');
  await expect(models.main).toContainText('The column payment holds text');
  await models.main.getByRole('combobox', { name: 'Column for fare' }).selectOption('trip_id');
  await expect(models.main).toContainText('chosen by hand');
  await expect(models.main).toContainText('The current data fit');
  await shell.page.reload();
  await expect(models.main.getByRole('combobox', { name: 'Column for fare' })).toHaveValue('trip_id');
  await models.main.getByRole('button', { name: 'Find all columns anew' }).click();
  await expect(models.main.getByRole('combobox', { name: 'Column for fare' })).toHaveValue('fare');
});

test('sets the order of a wide input by choosing, by keys and by dragging', async ({ home, models, folder, files }) => {
  await home.typePath('current', files.current);
  await models.open(await modelFile(folder, 'fare-wide.onnx'));
  await models.tab('Columns');
  await expect(models.main.getByRole('status').filter({ hasText: 'Not yet' })).toContainText('takes 3 columns');
  for (const column of ['fare', 'hour_of_day', 'distance']) await models.addColumn('X', column);
  await expect(models.order('X')).toHaveText([/fare/, /hour_of_day/, /distance/]);
  await expect(models.main).toContainText('The current data fit');
  await models.handle('distance').press('Home');
  await expect(models.handle('distance')).toBeFocused();
  await expect(models.order('X')).toHaveText([/distance/, /fare/, /hour_of_day/]);
  await models.handle('distance').press('ArrowDown');
  await models.handle('distance').press('ArrowDown');
  await expect(models.order('X')).toHaveText([/fare/, /hour_of_day/, /distance/]);
  await models.order('X').nth(2).dragTo(models.order('X').nth(0));
  await expect(models.order('X')).toHaveText([/distance/, /fare/, /hour_of_day/]);
  await models.main.getByRole('button', { name: 'As text' }).click();
  await models.main.getByRole('textbox', { name: 'Columns for X as text' }).fill('distance, fare, hour_of_dya');
  await models.main.getByRole('button', { name: 'Use these columns' }).click();
  await expect(models.main.getByRole('status').filter({ hasText: 'Not yet' })).toContainText('Did you mean hour_of_day');
});

test('scores the current data, and says what was done with missing values', async ({ home, models, folder, files, shell }) => {
  await home.typePath('current', files.current);
  await models.open(await modelFile(folder, 'fare-named.onnx'));
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  const dialog = models.scoreDialog;
  const score = dialog.getByRole('button', { name: 'Score', exact: true });
  await score.click();
  await expect(dialog.getByRole('alert')).toContainText('The column hour_of_day has a missing value');
  await dialog.getByRole('button', { name: 'Back to the choices' }).click();
  await dialog.getByRole('button', { name: 'Give a value instead…' }).click();
  await dialog.getByRole('textbox', { name: 'Value for all other columns' }).fill('12');
  await dialog.getByText('Only these').click();
  await dialog.getByRole('combobox', { name: 'Columns kept beside the predictions' }).fill('trip');
  await shell.page.getByRole('option', { name: 'trip_id' }).click();
  await dialog.getByRole('textbox', { name: 'Only rows where' }).fill('trip_id < 1000');
  const path = join(folder, 'scored.parquet');
  await dialog.getByRole('textbox', { name: 'Write to' }).fill(files.current);
  await expect(dialog).toContainText('That is the file that is read.');
  await dialog.getByRole('textbox', { name: 'Write to' }).fill(path);
  await score.click();
  await expect(dialog).toContainText('1,000 rows scored');
  await expect(dialog).toContainText(/Missing values that were given as told: hour_of_day \d+\./);
  const described = await rowsOf(path, 'select column_name from (describe from $)');
  expect(described.flat()).toEqual(['trip_id', 'prediction', 'model_name', 'model_version', 'model_sha256']);
  const [[rows, off]] = (await rowsOf(
    path,
    `select count(*), max(abs(prediction - (1 + 0.5 * c.distance + 0.1 * c.fare - 0.25 * coalesce(c.hour_of_day, 12))))
       from $ p join read_parquet('${files.current}') c using (trip_id)`,
  )) as [[string, number]];
  expect(Number(rows)).toBe(1000);
  expect(off).toBeLessThan(1e-5);
  await dialog.getByRole('button', { name: 'Use as the current data' }).click();
  await expect(shell.page.getByRole('main', { name: 'Data' })).toContainText('scored.parquet');
});
