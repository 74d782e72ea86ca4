import { expect, test, type Fixtures } from '../workbench.ts';

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

/** Two files are compared and the start page is on view again, with one report. */
async function compareOnce({ home, report, frame, files }: Pick<Fixtures, 'home' | 'report' | 'frame' | 'files'>): Promise<void> {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Home');
  await expect(home.reports).toHaveCount(1);
}

test.describe('with the engine held', () => {
  test.skip(process.platform === 'win32', 'Windows cannot hold a process');

  test('says that the engine died in the middle of a report, and works again', async ({ shell, home, report, frame, files }) => {
    await compareOnce({ home, report, frame, files });
    const engine = await shell.engineProcessId();
    process.kill(engine, 'SIGSTOP');
    await home.compare();
    await expect(frame.running.getByRole('progressbar')).toBeVisible();
    process.kill(engine, 'SIGKILL');
    await expect(frame.main).toContainText('The engine stopped and was started again');
    expect(await shell.engineProcessId()).not.toBe(engine);
    await frame.main.getByRole('button', { name: 'Retry' }).click();
    await expect(report.row('distance')).toContainText('drifted');
    await frame.goTo('Home');
    await expect(home.reports).toHaveCount(2);
  });

  test('cancels a report by Esc, and keeps only those before', async ({ shell, home, report, frame, files }) => {
    await compareOnce({ home, report, frame, files });
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
    await expect(home.reports).toHaveCount(2);
  });
});
