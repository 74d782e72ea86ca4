import { expect, test } from '../workbench.ts';

test('shows the drift of target and prediction, and puts first what matters', async ({ home, report }) => {
  await home.openSample();
  await report.table.getByRole('columnheader', { name: 'Importance' }).click();
  await expect(report.table.getByRole('row').nth(1)).toContainText('drifted');
  await report.tab('Target').click();
  await expect(report.modelDrift).toContainText('drift weighted by importance is');
  await expect(report.modelDrift.getByRole('region', { name: 'The prediction' }).locator('canvas')).toBeVisible();
  await expect(report.modelDrift.getByRole('row').filter({ hasText: 'mean of the target' })).toBeVisible();
  await expect(report.page).toHaveURL(/tab=target/);
});

test('compares texts where they are asked for, and names the words that tell', async ({ home, report, files }) => {
  await home.typePath('reference', files.textReference);
  await home.typePath('current', files.textCurrent);
  await expect(report.row('review')).toContainText('not tested');
  await report.addSection('Text drift');
  await expect(report.row('review')).toContainText('drifted');
  await report.tab('Text').click();
  await expect(report.texts.getByRole('row').filter({ hasText: 'refund' })).toContainText('33.3 %');
  await report.texts.getByRole('button', { name: 'review' }).click();
  await expect(report.inspector.getByRole('heading', { name: 'review' })).toBeVisible();
});
