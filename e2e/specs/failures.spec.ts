import { expect, test } from '../workbench.ts';

test('names a file that does not exist, and works once it is chosen right', async ({ home, report, files }) => {
  await home.typePath('reference', files.missing);
  await expect(home.failure('reference')).toContainText('E_FILE_NOT_FOUND');
  await expect(home.failure('reference')).toContainText('no-such-file.parquet');
  await home.typePath('reference', files.reference);
  await expect(home.failure('reference')).toBeHidden();
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
});

test('names a damaged file and the way out', async ({ home, frame, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.corrupt);
  await expect(frame.notice.first()).toContainText('corrupt.parquet');
  await expect(frame.notice.first()).toContainText(/E_FILE_(CORRUPT|FORMAT)/);
  await expect(frame.running).toContainText('Ready');
});

test.describe('with the engine held', () => {
  test.skip(process.platform === 'win32', 'Windows cannot hold a process');

  test('says that the engine died in the middle of a report, and works again', async ({ shell, home, report, frame, files }) => {
    await home.typePath('reference', files.reference);
    await expect(home.zone('reference')).toContainText('4,000 rows');
    const engine = await shell.engineProcessId();
    process.kill(engine, 'SIGSTOP');
    await home.typePath('current', files.current);
    process.kill(engine, 'SIGKILL');
    await expect(frame.notice.first()).toContainText('E_ENGINE_GONE');
    await expect.poll(() => shell.engineProcessId().catch(() => engine)).not.toBe(engine);
    await frame.notice.getByRole('button', { name: 'Retry' }).click();
    await expect(report.row('distance')).toContainText('drifted');
  });

  test('cancels a report by Esc, and keeps only those before', async ({ shell, home, report, frame, files }) => {
    await home.typePath('reference', files.reference);
    await home.typePath('current', files.current);
    await expect(report.row('distance')).toBeVisible();
    await frame.goTo('Home');
    const reports = shell.page.getByRole('region', { name: 'Reports' }).getByRole('link');
    await expect(reports).toHaveCount(1);
    const engine = await shell.engineProcessId();
    process.kill(engine, 'SIGSTOP');
    try {
      await home.compare();
      await expect(frame.running.getByRole('progressbar')).toBeVisible();
      await shell.page.keyboard.press('Escape');
      await expect(frame.messages).toContainText('cancelled');
      await expect(frame.running).toContainText('Ready');
    } finally {
      process.kill(engine, 'SIGCONT');
    }
    await home.compare();
    await expect(report.row('distance')).toBeVisible();
    await frame.goTo('Home');
    await expect(reports).toHaveCount(2);
  });
});
