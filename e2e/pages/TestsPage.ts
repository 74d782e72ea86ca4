import type { Locator, Page } from '@playwright/test';
import type { Shell } from '../shells/shell.ts';

/** The checks on view. */
export class TestsPage {
  readonly page: Page;

  constructor(shell: Shell) {
    this.page = shell.page;
  }

  get verdict(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Check' });
  }

  get first(): Locator {
    return this.page.getByRole('region', { name: 'Checks' }).getByRole('button').first();
  }

  check(text: RegExp | string): Locator {
    return this.page.getByRole('region', { name: 'Checks' }).getByRole('button', { name: text });
  }

  get exportButton(): Locator {
    return this.page.getByRole('button', { name: 'Export HTML' });
  }

  async filter(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Filter checks' }).fill(text);
  }
}
