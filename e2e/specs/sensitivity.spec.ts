import { expect, test } from '../workbench.ts';

test('says how a verdict hangs on the number of rows', async ({ home, report }) => {
  await home.openSample();
  await report.row('vendor_id').click();
  const strip = report.inspector.getByRole('list', { name: 'Expected with other numbers of rows' });
  await expect(strip.getByRole('listitem')).toHaveCount(5);
  await expect(strip.getByRole('listitem').first()).toHaveAccessibleName(/^100 rows a side: .+ expected, (no )?drift$/);
  await expect(report.inspector).toContainText('Chance alone gives about');
});

test('a report with the numbers of another system says so in its head', async ({ home, report, frame }) => {
  await home.openSample();
  await expect(report.verdict).toBeVisible();
  await frame.goTo('Settings');
  await frame.main.getByLabel('Numbers as in').selectOption('evidently');
  await frame.goTo('Report');
  await frame.main.getByRole('button', { name: 'Compare again' }).click();
  await expect(frame.main).toContainText('numbers as in Evidently 0.7, its quirks included');
});
