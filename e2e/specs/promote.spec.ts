import { AxeBuilder } from '@axe-core/playwright';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/env.mjs';
import { expect, test } from '../workbench.ts';

const gate = (bound: string): string => `target: trip_id
signature: compatible
metrics:
  - { metric: rmse, condition: { gte: 0 } }
  - { metric: mae, condition: { lte: ${bound} } }
`;

test('asks a gate of metrics on chosen data: numbers and bounds, the failed first, then promotes', async ({
  models,
  folder,
  home,
  files,
}) => {
  await home.typePath('current', files.current);
  const path = join(folder, 'fare-named.onnx');
  await copyFile(join(root, 'fixtures/models/fare-named.onnx'), path);
  await models.open(path);
  await models.main.getByRole('button', { name: 'Score data…' }).click();
  await models.scoreDialog.getByText('Give NaN').click();
  await models.scoreDialog.getByRole('button', { name: 'Close', exact: true }).click();
  await models.main.getByRole('button', { name: 'Register…' }).click();
  const register = models.page.getByRole('dialog', { name: /^Register/ });
  await register.getByLabel('Name').fill('fare');
  await register.getByRole('button', { name: 'Register', exact: true }).click();
  await models.main.getByRole('button', { name: 'Promote…' }).click();
  const dialog = models.page.getByRole('dialog', { name: 'Promote version 1 of fare' });
  const text = dialog.getByRole('textbox', { name: 'Gate' });
  await expect(dialog.getByRole('textbox', { name: 'Current data' })).toHaveValue(files.current);
  await expect(text).toHaveValue(/signature: compatible[^]*latency:/);

  await text.fill('signature: compatible\nmetrics:\n  - { metrik: mae }\n');
  await dialog.getByRole('button', { name: 'Only ask' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Line 3 of the gate');

  await dialog.getByRole('textbox', { name: 'Current data' }).fill('');
  await text.fill(gate('1'));
  await dialog.getByRole('button', { name: 'Only ask' }).click();
  await expect(dialog.getByRole('alert')).toContainText('choose the current data');
  await dialog.getByRole('textbox', { name: 'Current data' }).fill(files.current);

  await dialog.getByRole('button', { name: 'Only ask' }).click();
  await expect(dialog).toContainText('It would be refused: 1 of 3 checks failed');
  const checks = dialog.getByRole('group', { name: 'Checks of the gate' }).locator('tbody').getByRole('row');
  await expect(checks.first()).toContainText('failed');
  await expect(checks.first()).toContainText(/[Mm]ean absolute error/);
  await expect(checks.first()).toContainText(/\d\.\d/);
  expect((await new AxeBuilder({ page: models.page }).setLegacyMode(true).analyze()).violations).toEqual([]);

  await text.fill(gate('1000000'));
  await dialog.getByRole('button', { name: 'Promote', exact: true }).click();
  await expect(dialog).toContainText('Promoted: every check passed');
  await dialog.getByRole('button', { name: 'Show it in the history' }).click();
  await expect(models.main.getByRole('list', { name: 'History' })).toContainText(
    'Version 1 promoted to champion in place of no version: 3 checks passed',
  );
});
