import type { Locator, Page } from '@playwright/test';
import type { Side } from '#shared/domain/dataset.ts';
import type { Shell } from '../shells/shell.ts';

const labels: Readonly<Record<Side, string>> = { reference: 'Reference data', current: 'Current data' };

/** Where the two data sets are chosen. */
export class HomePage {
  readonly shell: Shell;
  readonly page: Page;

  constructor(shell: Shell) {
    this.shell = shell;
    this.page = shell.page;
  }

  zone(side: Side): Locator {
    return this.page.getByRole('region', { name: labels[side] });
  }

  /** Where the model that makes the predictions is chosen. */
  get model(): Locator {
    return this.page.getByRole('region', { name: 'Model' });
  }

  async chooseModel(path: string): Promise<void> {
    const button = this.model.getByRole('button', { name: /model…/ });
    await this.shell.chooseFiles(() => button.click(), [path]);
  }

  failure(side: Side): Locator {
    return this.zone(side).getByRole('alert');
  }

  /** The reports made before, each a link. */
  get reports(): Locator {
    return this.page.getByRole('region', { name: 'Reports' }).getByRole('link');
  }

  async openSample(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Open the sample' }).click();
  }

  async chooseFile(side: Side, paths: readonly string[]): Promise<void> {
    const button = this.zone(side).getByRole('button', { name: /file…/ });
    await this.shell.chooseFiles(() => button.click(), paths);
  }

  async typePath(side: Side, path: string): Promise<void> {
    const field = this.zone(side).getByRole('textbox', { name: `Path of the ${side} data` });
    await field.fill(path);
    await field.press('Enter');
  }

  async compare(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Compare' }).click();
  }
}
