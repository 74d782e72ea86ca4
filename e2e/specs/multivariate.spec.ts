import { expect, test } from '../workbench.ts';

test('looks at the columns together when asked, names those that moved and opens them', async ({ home, report }) => {
  await home.openSample();
  await expect(report.tab('Together')).toBeHidden();
  await report.addSection('Drift of the columns together');
  await expect(report.tab('Together')).toBeVisible({ timeout: 60_000 });
  await report.tab('Together').click();
  await expect(report.together).toContainText('Taken together, the columns are no longer as in the reference');
  await expect(report.together.getByRole('img', { name: /Reconstruction error of 10 pieces of the reference/ })).toBeVisible();
  await expect(report.together.getByRole('img', { name: /Area under the ROC curve/ })).toBeVisible();
  const moved = report.together.getByRole('table', { name: 'Which columns moved' });
  await expect(moved.getByRole('row').nth(1)).toContainText('trip_distance');
  await expect(report.page).toHaveURL(/tab=together/);
  await moved.getByRole('button', { name: 'payment_type' }).click();
  await expect(report.inspector).toContainText('payment_type');
});
