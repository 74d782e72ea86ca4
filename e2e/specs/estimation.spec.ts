import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../workbench.ts';

test('estimates the model of the sample without labels, once the section is added', async ({ home, report }) => {
  await home.openSample();
  await report.addSection('Estimated performance');
  await report.tab('Estimated').click();
  const view = report.section('Estimated performance');
  await expect(view).toContainText('without using its labels');
  // On one day of the sample the meter was broken.
  await expect(view).toContainText('The labels of current say otherwise');
  await expect(view.getByRole('row').filter({ hasText: 'Mean absolute error' }).first()).toBeVisible();
  await expect(view.getByRole('img', { name: /Mean absolute error by chunk/ })).toBeVisible();
  await expect(view.getByRole('table', { name: 'Where the model is how far off' })).toBeVisible();
  await expect(report.page).toHaveURL(/tab=estimated-performance/);
  expect((await new AxeBuilder({ page: report.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});

test('measures the model by the segments that the settings name, with intervals', async ({ home, report, frame }) => {
  await home.openSample();
  await expect(report.row('trip_distance')).toBeVisible();
  await frame.goTo('Settings');
  await report.page.getByRole('group', { name: 'The report has' }).getByRole('checkbox', { name: 'Performance by segment' }).check();
  const settings = report.page.getByRole('region', { name: 'Performance by segment' });
  await settings.getByLabel('Segments by').fill('payment_type');
  await settings.getByLabel('Segments by').press('Enter');
  await expect(settings.getByLabel('Segments by')).toHaveValue('');
  await settings.getByLabel('Confidence of intervals').fill('0.9');
  await settings.getByLabel('Confidence of intervals').press('Enter');
  await expect(settings.getByLabel('Drawings')).toBeVisible();
  await frame.goTo('Report');
  await report.page.getByRole('button', { name: 'Compare again' }).click();
  await report.tab('By segment').click();
  const view = report.section('Performance by segment');
  await expect(view).toContainText('Mean absolute error is worst where payment_type is');
  const table = view.getByRole('table', { name: 'Mean absolute error by payment_type' });
  await expect(table.getByRole('row').filter({ hasText: 'all rows' })).toContainText(' to ');
  await view.getByRole('combobox', { name: 'Metric' }).selectOption('R²');
  await expect(view.getByRole('img', { name: /^R² by segment/ })).toBeVisible();
  expect((await new AxeBuilder({ page: report.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});

test('estimates three classes without labels from a probability of each', async ({ home, report, frame, files }) => {
  await home.typePath('reference', files.treesReference);
  await home.typePath('current', files.treesCurrent);
  await expect(report.row('prob_oak')).toBeVisible();
  await frame.goTo('Settings');
  await frame.main.getByRole('group', { name: 'The report has' }).getByRole('checkbox', { name: 'Estimated performance' }).check();
  await frame.main.getByLabel('Target', { exact: true }).selectOption('kind');
  await frame.main.getByRole('button', { name: /^Take prob_ash/ }).click();
  await frame.goTo('Report');
  await report.page.getByRole('button', { name: 'Compare again' }).click();
  await report.tab('Estimated').click();
  const view = report.section('Estimated performance');
  await expect(view).toContainText('each against all others');
  await expect(view.getByRole('table', { name: 'Estimated metrics by class' }).getByRole('row').filter({ hasText: 'oak' })).toHaveCount(4);
  await expect(view.getByRole('table', { name: 'Estimated confusion matrix' }).getByRole('cell')).toHaveCount(9);
  await expect(view.getByRole('img', { name: /Accuracy by chunk/ })).toBeVisible();
  expect((await new AxeBuilder({ page: report.page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});
