import { readFile, stat } from 'node:fs/promises';
import { createEngine } from '#engine/index.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { expect, test } from '../workbench.ts';

/** The newest report of a workspace as another engine writes it. */
async function renderNewest(workspace: string): Promise<string> {
  const engine = createEngine({ workspace, host: 'test', roots: null });
  const context = { signal: new AbortController().signal, progress: () => undefined };
  const [newest] = await engine.api.reports.list({}, context);
  const { content } = await engine.api.reports.render({ id: newest?.id ?? '', format: 'html' }, context);
  await engine.close();
  return content;
}

test('opens on the sample when nothing was ever done in the workspace', async ({ shell, report }) => {
  await shell.open();
  await expect(report.row('payment_type')).toBeVisible();
});

test('opens the sample and shows its report', async ({ home, report }) => {
  await home.openSample();
  await expect(report.verdict).toContainText(/drifted/);
  await expect(report.row('payment_type')).toBeVisible();
});

test('compares two files that are dropped at once, roles by their order', async ({ shell, report, files }) => {
  await shell.drop(shell.page.locator('main'), [files.reference, files.current]);
  await expect(report.verdict).toContainText(/drifted/);
  await expect(report.row('distance')).toContainText('drifted');
  await expect(report.row('fare')).toContainText('no drift');
});

test('compares a file dropped on each place', async ({ shell, home, report, files }) => {
  await shell.drop(home.zone('current'), [files.current]);
  await expect(home.zone('current')).toContainText('4,000 rows');
  await shell.drop(home.zone('reference'), [files.reference]);
  await expect(report.row('payment')).toContainText('drifted');
});

test('compares files chosen in a dialog', async ({ home, report, files }) => {
  await home.chooseFile('reference', [files.reference]);
  await expect(home.zone('reference')).toContainText('january.parquet');
  await home.chooseFile('current', [files.current]);
  await expect(report.row('distance')).toContainText('drifted');
});

test('opens a column, with its distributions and the reason for its verdict', async ({ home, report, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await report.row('distance').click();
  await expect(report.inspector.getByRole('heading', { name: 'distance' })).toBeVisible();
  await expect(report.inspector).toContainText('The SQL behind the numbers');
  await report.page.keyboard.press('Escape');
  await expect(report.inspector).toBeHidden();
});

test('is worked by keys alone: j and k move, Enter opens, Esc closes, slash filters', async ({ home, report, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  const press = (key: string): Promise<void> => report.page.keyboard.press(key);
  await report.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('j');
  const first = await report.selectedRow.getByRole('gridcell').first().innerText();
  await press('j');
  await expect(report.selectedRow.getByRole('gridcell').first()).not.toHaveText(first);
  await press('k');
  await expect(report.selectedRow.getByRole('gridcell').first()).toHaveText(first);
  await press('Enter');
  await expect(report.inspector.getByRole('heading', { level: 2 })).toHaveText(first);
  await press('Escape');
  await expect(report.inspector).toBeHidden();
  await press('/');
  await report.page.keyboard.type('dist');
  await expect(report.row('distance')).toBeVisible();
  await expect(report.row('fare')).toBeHidden();
});

test('goes from page to page by number keys, also where a page has fields', async ({ home, report, frame, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await report.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const [key, address] of [
    ['6', /#\/settings/],
    ['5', /#\/models/],
    ['2', /#\/data/],
    ['4', /#\/tests/],
    ['1', /#\/home/],
  ] as const) {
    await frame.page.keyboard.press(key);
    await expect(frame.page).toHaveURL(address);
  }
});

test('exports one HTML file of the size it told before, byte for byte the report that is kept', async ({ shell, home, report, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.exportButton).toHaveText(/\(.* KB\)/);
  const path = await shell.saveFile(() => report.exportButton.click());
  await expect
    .poll(() =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    )
    .toBeGreaterThan(10_000);
  const saved = await readFile(path, 'utf8');
  expect(saved).toBe(await renderNewest(shell.workspace));
  await expect(report.exportButton).toHaveText(`Export HTML (${formatBytes(Buffer.byteLength(saved))})`);
});

test('keeps the report: it is there again when the page is loaded anew', async ({ shell, home, report, frame, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await shell.page.reload();
  await expect(report.row('distance')).toContainText('drifted');
  await frame.goTo('Home');
  await expect(home.reports).toHaveCount(1);
});

test('shows two hundred columns without drawing them all', async ({ home, report, files }) => {
  await home.typePath('reference', files.wideReference);
  await home.typePath('current', files.wideCurrent);
  await expect(report.table).toHaveAttribute('aria-rowcount', '201');
  expect(await report.table.getByRole('row').count()).toBeLessThan(80);
  await report.filter('column_190');
  await expect(report.row('column_190')).toContainText('drifted');
});
