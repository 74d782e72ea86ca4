import { readFile } from 'node:fs/promises';
import { expect, test } from '../workbench.ts';

test('shows side by side what changed since another report, and saves it', async ({ shell, home, report, frame, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.reference);
  await expect(report.verdict).toContainText('0 of');
  await frame.goTo('Home');
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toContainText('drifted');
  await report.page.getByRole('button', { name: 'What changed since' }).click();
  await report.page.getByRole('menuitem', { name: /january\.parquet/ }).click();
  const changes = report.page.getByRole('region', { name: 'What changed' });
  await expect(changes).toContainText('drift that did not before');
  await expect(changes.getByRole('row').filter({ hasText: 'distance' })).toContainText('drifts now');
  await expect(report.page).toHaveURL(/with=/);
  await report.page.reload();
  await expect(changes.getByRole('row').filter({ hasText: 'trip_id' })).toHaveCount(0);
  await changes.getByRole('button', { name: 'Export' }).click();
  const path = await shell.saveFile(() => report.page.getByRole('menuitem', { name: /^HTML/ }).click());
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('drifts now');
  await changes.getByRole('button', { name: 'Back to the report' }).click();
  await expect(report.row('distance')).toBeVisible();
});
