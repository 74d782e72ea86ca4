import { expect, test } from '../workbench.ts';

test('measures the model of the sample, and keeps the tab in the address', async ({ home, report }) => {
  await home.openSample();
  await report.tab('Performance').click();
  await expect(report.performance).toContainText('prediction predicts the number fare_amount');
  await expect(report.metric('Mean absolute error')).toContainText('worse');
  await expect(report.metric('Mean absolute error')).toBeInViewport();
  await expect(report.performance.getByRole('img', { name: /Predictions against targets of the current data/ })).toBeVisible();
  await expect(report.performance.locator('canvas')).toBeVisible();
  await expect(report.page).toHaveURL(/tab=performance/);
});

test('shows no such tab where no target and prediction are named', async ({ home, report, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await expect(report.tab('Missing')).toBeVisible();
  await expect(report.tab('Performance')).toBeHidden();
});

test('shows where errors changed, once the section is asked for', async ({ home, report }) => {
  await home.openSample();
  await report.tab('Performance').click();
  await expect(report.performance).toContainText('Correlation of the errors with a normal distribution');
  await report.page.getByRole('button', { name: 'Sections' }).click();
  await report.page.getByRole('menuitem', { name: 'Error by feature' }).click();
  await report.tab('Error by feature').click();
  const errors = report.page.getByRole('region', { name: 'Error by feature' });
  await expect(errors).toContainText('Its change is most uneven over trip_distance');
  await errors.getByRole('table', { name: 'Features' }).getByRole('button', { name: 'payment_type' }).click();
  await expect(errors.getByRole('table', { name: 'Errors by payment_type' })).toBeVisible();
  await expect(errors.getByRole('table', { name: 'payment_type where errors are lowest and highest' })).toBeVisible();
});

test('says by what its metrics are weighted', async ({ home, frame, report }) => {
  await home.openSample();
  await expect(report.row('trip_distance')).toBeVisible();
  await frame.goTo('Settings');
  await frame.main.getByLabel('Weight of a row').selectOption('duration_min');
  await frame.goTo('Report');
  await report.page.getByRole('button', { name: 'Compare again' }).click();
  await expect(report.row('duration_min')).toContainText('not tested');
  await report.tab('Performance').click();
  await expect(report.performance).toContainText('Metrics are weighted by duration_min.');
  await expect(report.metric('Mean absolute error')).toBeVisible();
});
