import { fileURLToPath } from 'node:url';
import { expect, test } from '../workbench.ts';

const linear = fileURLToPath(new URL('../../fixtures/models/linear-float.onnx', import.meta.url));
const unknown = fileURLToPath(new URL('../../fixtures/models/unknown-operator.onnx', import.meta.url));

test('scores both data sets with a model, after its columns were put in order, and tells of it in the report', async ({
  home,
  report,
  files,
}) => {
  await home.chooseModel(unknown);
  await expect(home.model.getByRole('alert')).toContainText('Clairvoyance');
  await home.chooseModel(linear);
  await expect(home.model).toContainText('float32[?, 3]');
  await home.chooseFile('reference', [files.reference]);
  await expect(home.model.getByRole('alert')).toContainText('takes 3 columns');
  const order = home.model.getByRole('textbox', { name: /Columns of X/ });
  await order.fill('distance\nfare\ntrip_id');
  await order.blur();
  await expect(home.model).toContainText('X ← distance, fare, trip_id (as told)');
  await home.chooseFile('current', [files.current]);
  await expect(report.tab('Model')).toBeVisible({ timeout: 60_000 });
  await report.tab('Model').click();
  await expect(report.page.getByRole('region', { name: 'Model' })).toContainText('prediction (regression)');
  await expect(report.page.getByRole('region', { name: 'Model' })).toContainText('reference 4,000, current 4,000');
});
