import { expect, test } from '../workbench.ts';

test('compares groups of people and ranks, once their columns are named in the settings', async ({ home, report, frame, files }) => {
  await home.typePath('reference', files.peopleReference);
  await home.typePath('current', files.peopleCurrent);
  await expect(report.row('sex')).toBeVisible();
  await expect(report.tab('Fairness')).toBeHidden();
  await frame.goTo('Settings');
  const settings = frame.main;
  await settings.getByLabel('Target', { exact: true }).selectOption('bought');
  await settings.getByLabel('Prediction', { exact: true }).selectOption('chance');
  await settings.getByLabel('User or query').selectOption('customer');
  await settings.getByLabel('Sensitive columns').fill('sex');
  await settings.getByLabel('Sensitive columns').press('Enter');
  await settings.getByLabel('Sensitive columns').fill('age');
  await settings.getByLabel('Sensitive columns').press('Enter');
  await settings.getByLabel('Privileged in sex').fill('man');
  await settings.getByLabel('Privileged in sex').press('Enter');
  await frame.goTo('Report');
  await report.page.getByRole('button', { name: 'Compare again' }).click();
  await report.tab('Fairness').click();
  const fairness = report.page.getByRole('region', { name: 'Fairness' });
  await expect(fairness).toContainText('Of sex, woman');
  await expect(fairness.getByRole('table', { name: 'Groups of sex', exact: true })).toContainText('man privileged');
  await expect(fairness.getByRole('img', { name: /^selection rate by sex, current: man/ })).toBeVisible();
  await expect(fairness.getByRole('table', { name: 'Groups of sex and age' }).getByRole('rowheader')).toHaveText([
    'man · old',
    'man · young',
    'woman · old',
    'woman · young',
  ]);
  await expect(fairness.getByRole('row').filter({ hasText: 'Disparate impact' }).first()).toContainText('beyond four fifths');
  await expect(report.page).toHaveURL(/tab=fairness/);
  await report.tab('Ranking').click();
  const ranking = report.page.getByRole('region', { name: 'Ranking' });
  await expect(ranking).toContainText('chance orders the items of each customer');
  await expect(ranking.getByRole('rowheader', { name: 'NDCG at 10', exact: true }).first()).toBeVisible();
  await expect(ranking.locator('canvas')).toBeVisible();
});
