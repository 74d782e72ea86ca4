import { expect, test } from '../workbench.ts';

test('shows the summary of the data, and more about their quality when asked', async ({ home, report }) => {
  await home.openSample();
  await report.tab('Summary').click();
  const summary = report.page.getByRole('region', { name: 'Data summary' });
  await expect(summary).toContainText('No current row is there twice');
  await expect(summary.getByRole('row', { name: /^Columns with one value in 95 % or more/ })).toContainText('store_and_forward');
  await report.page.getByRole('button', { name: /Sections$/ }).click();
  await report.page.getByRole('menuitem', { name: 'All of them' }).click();
  await report.tab('Missing together').click();
  const patterns = report.page.getByRole('region', { name: 'Missing together' });
  await expect(patterns).toContainText('Most often missing together: surcharge and passenger_count');
  await expect(patterns.getByRole('heading', { name: 'Correlation of being missing, current' })).toBeVisible();
  await report.tab('Outliers').click();
  const outliers = report.page.getByRole('region', { name: 'Outliers' });
  await outliers.getByRole('button', { name: 'trip_distance', exact: true }).click();
  await expect(report.inspector).toContainText('Above the largest of the reference');
  await report.tab('Conflicts').click();
  await expect(report.page.getByRole('region', { name: 'Conflicting targets' })).toContainText('different values of fare_amount');
});

test('asks the rows themselves for a rule of the suite', async ({ shell, home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await shell.page.getByRole('button', { name: 'Edit the suite' }).click();
  const field = shell.page.getByRole('textbox', { name: 'Suite as YAML' });
  await field.fill(
    "checks:\n  - check: matches-pattern\n    column: payment\n    params: { pattern: 'ca.*' }\n    condition: { lte: 0 }\n",
  );
  await shell.page.getByRole('button', { name: 'Save and test' }).click();
  await tests.check(/values of payment that do not match ca\.\*/).click();
  await expect(tests.inspector).toContainText('The suite says so.');
  await expect(tests.inspector.getByRole('region', { name: 'Rows that fail' })).toContainText('voucher');
});
