import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ReportPage } from '../pages/ReportPage.ts';
import { startServerProcess } from '../shells/browserShell.ts';
import { expect, test } from '../workbench.ts';

test.describe('the workbench’s server @browser', () => {
  test('compares the two files named when it is started, for the one browser that has its address', async ({
    playwright,
    shell,
    files,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'driftglass-server-'));
    const browser = shell.page.context().browser() ?? (await playwright.chromium.launch());
    const server = await startServerProcess(
      ['january.parquet', 'february.parquet', '--workspace', join(folder, 'w')],
      dirname(files.reference),
    );
    const first = await browser.newContext();
    const second = await browser.newContext();
    try {
      const page = await first.newPage();
      await page.goto(server.address);
      expect(page.url()).not.toContain('token');
      await expect(new ReportPage({ ...shell, page }).row('distance')).toContainText('drifted');
      const stranger = await second.newPage();
      await stranger.goto(server.address);
      await expect(stranger.getByText('This window is not allowed in')).toBeVisible();
    } finally {
      await first.close();
      await second.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('opens no file outside the folders it was started with', async ({ home }) => {
    await home.typePath('reference', '/etc/hostname');
    await expect(home.failure('reference')).toContainText('E_PATH_NOT_ALLOWED');
  });
});
