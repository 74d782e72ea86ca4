import type { Locator, Page } from '@playwright/test';
import type { Shell } from '../shells/shell.ts';

/** The models: a list to the left, the one that is chosen to the right. */
export class ModelsPage {
  readonly shell: Shell;
  readonly page: Page;

  constructor(shell: Shell) {
    this.shell = shell;
    this.page = shell.page;
  }

  get main(): Locator {
    return this.page.getByRole('main', { name: 'Models' });
  }

  get title(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }

  get list(): Locator {
    return this.main.getByRole('navigation', { name: 'Models' }).getByRole('link');
  }

  get scoreDialog(): Locator {
    return this.page.getByRole('dialog', { name: /^Score data with/ });
  }

  part(name: string | RegExp): Locator {
    return this.main.getByRole('region', { name });
  }

  /** The columns of a wide input, in order. */
  order(input: string): Locator {
    return this.main.getByRole('list', { name: `Columns for ${input}, in order` }).getByRole('listitem');
  }

  handle(column: string): Locator {
    return this.main.getByRole('button', { name: new RegExp(`^${column}, place`) });
  }

  async open(path: string): Promise<void> {
    await this.page.evaluate((hash) => void (window.location.hash = hash), '#/models');
    await this.typePath(path);
  }

  async typePath(path: string): Promise<void> {
    const field = this.main.getByRole('textbox', { name: 'Path of a model' });
    await field.fill(path);
    await field.press('Enter');
  }

  async tab(name: string): Promise<void> {
    await this.main.getByRole('tab', { name, exact: true }).click();
  }

  async addColumn(input: string, column: string): Promise<void> {
    const field = this.main.getByRole('combobox', { name: `Add a column to ${input}` });
    await field.click();
    await this.page.getByRole('option', { name: column, exact: true }).click();
  }
}
