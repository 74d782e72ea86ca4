import { expect, test } from '../workbench.ts';

test('works out columns of the settings on both sides, and keeps them; a line that cannot be read is said', async ({
  home,
  report,
  frame,
  files,
  shell,
}) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Settings');
  const field = frame.main.getByRole('textbox', { name: 'Derived columns' });
  await field.fill('fare_a_mile distance');
  await expect(frame.main).toContainText('Line 1: write a name, = and a SQL expression.');
  await field.fill('fare_a_mile = fare / distance\ndear = fare_a_mile > 5');
  await field.blur();
  await shell.page.getByRole('banner').getByRole('button', { name: 'Compare' }).click();
  await expect(report.row('fare_a_mile')).toContainText('drifted');
  await expect(report.row('dear')).toBeVisible();
  await frame.goTo('Settings');
  await shell.page.reload();
  await expect(field).toHaveValue('fare_a_mile = fare / distance\ndear = fare_a_mile > 5');
  await field.fill('wrong = no_such_column + 1');
  await field.blur();
  await shell.page.getByRole('banner').getByRole('button', { name: 'Compare' }).click();
  await expect(frame.notice.filter({ hasText: 'no_such_column' })).toContainText('E_');
});
