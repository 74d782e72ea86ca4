import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../workbench.ts';

test('tests the report: what fails comes first, each check with one sentence', async ({ home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await expect(tests.verdict).toContainText(/\d+ failed, of \d+ checks/);
  await expect(tests.check(/outside the range of the reference is/).first()).toBeVisible();
  await tests.filter('number-of-rows');
  await expect(tests.first).toContainText('The number of rows is 4,000, as expected (4,000 ± 400).');
});

test('shows beside a check what was expected, the picture and the rows that fail', async ({ home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await tests.check(/values of payment that the reference does not have/).click();
  await expect(tests.inspector).toContainText('By default');
  await expect(tests.inspector.getByRole('img', { name: /categories of payment/ })).toBeVisible();
  await expect(tests.inspector.getByRole('region', { name: 'Rows that fail' })).toContainText('voucher');
  await tests.inspector.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(tests.inspector).toContainText('21 to 40');
  await tests.page.getByRole('button', { name: 'Save as parquet' }).click();
  await expect(tests.page.getByText(/^Saved [\d,]+ rows .* as .*\.parquet\.$/)).toBeVisible();
});

test('takes what was found as the new normal, in the suite file of the workspace', async ({ shell, home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await tests.check(/values of payment that the reference does not have/).click();
  await tests.inspector.getByRole('button', { name: 'Accept as new normal' }).click();
  await expect(tests.inspector).toContainText('The suite says so.');
  const text = await readFile(join(shell.workspace, 'suite.yaml'), 'utf8');
  expect(text).toContain('presets: [ data-stability, data-quality, data-drift ]');
  expect(text).toMatch(/column: payment\n +condition: \{ lte: /);
});

test('edits the suite as text, and names the line of a mistake', async ({ shell, home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await shell.page.getByRole('button', { name: 'Edit the suite' }).click();
  const field = shell.page.getByRole('textbox', { name: 'Suite as YAML' });
  await field.fill('# mine\nchecks:\n  - check: mean-valeu\n    column: fare\n');
  await shell.page.getByRole('button', { name: 'Save and test' }).click();
  await expect(shell.page.getByRole('alert')).toContainText('Line 3');
  await expect(shell.page.getByRole('alert')).toContainText('did you mean mean-value');
  await field.fill('# mine\nchecks:\n  - check: mean-value\n    column: fare\n');
  await shell.page.getByRole('button', { name: 'Save and test' }).click();
  await expect(tests.verdict).toContainText('The check passed');
});

test('is worked by keys alone, and exports one HTML file', async ({ shell, home, report, frame, tests, files }) => {
  await home.typePath('reference', files.reference);
  await home.typePath('current', files.current);
  await expect(report.row('distance')).toBeVisible();
  await frame.goTo('Tests');
  await expect(tests.verdict).toContainText('failed');
  const press = (key: string): Promise<void> => shell.page.keyboard.press(key);
  await shell.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press('j');
  await press('Enter');
  await expect(tests.inspector).toBeVisible();
  const first = await tests.inspector.innerText();
  await press('j');
  await expect.poll(() => tests.inspector.innerText()).not.toBe(first);
  await press('Escape');
  await expect(tests.inspector).toBeHidden();
  const path = await shell.saveFile(() => tests.exportButton.click());
  const size = (): Promise<number> =>
    stat(path).then(
      (found) => found.size,
      () => 0,
    );
  await expect.poll(size).toBeGreaterThan(5_000);
  expect(await readFile(path, 'utf8')).toContain('Driftglass test run');
});
