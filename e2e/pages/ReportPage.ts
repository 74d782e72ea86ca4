import type { Locator, Page } from '@playwright/test';
import type { Shell } from '../shells/shell.ts';

/** The report on view. */
export class ReportPage {
  readonly shell: Shell;
  readonly page: Page;

  constructor(shell: Shell) {
    this.shell = shell;
    this.page = shell.page;
  }

  get verdict(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get table(): Locator {
    return this.page.getByRole('grid', { name: 'Drift by column' });
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Column' });
  }

  get selectedRow(): Locator {
    return this.table.getByRole('row', { selected: true });
  }

  row(column: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('gridcell', { name: column, exact: true }) });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** What a tab shows that is no table of columns. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Compares again with one section more. */
  async addSection(label: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Sections' }).click();
    await this.page.getByRole('menuitem', { name: label, exact: true }).click();
  }

  get performance(): Locator {
    return this.page.getByRole('region', { name: 'Model performance' });
  }

  get texts(): Locator {
    return this.page.getByRole('region', { name: 'Text drift' });
  }

  get modelDrift(): Locator {
    return this.page.getByRole('region', { name: 'Target and prediction drift' });
  }

  /** What the report says of its columns together. */
  get together(): Locator {
    return this.page.getByRole('region', { name: 'Drift of the columns together' });
  }

  metric(name: string): Locator {
    return this.performance.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  get exportButton(): Locator {
    return this.page.getByRole('button', { name: /^Export HTML/ });
  }

  async filter(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Filter columns' }).fill(text);
  }
}
