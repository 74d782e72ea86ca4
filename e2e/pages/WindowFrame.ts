import type { Locator, Page } from '@playwright/test';
import type { Shell } from '../shells/shell.ts';

/** What stays around every page. */
export class WindowFrame {
  readonly page: Page;

  constructor(shell: Shell) {
    this.page = shell.page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get running(): Locator {
    return this.page.getByRole('status', { name: 'Running work' });
  }

  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  get notice(): Locator {
    return this.main.getByRole('alert');
  }

  async goTo(label: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label }).click();
    // Away from the link, so that its tooltip goes.
    await this.page.mouse.move(700, 450);
    await this.page.getByRole('tooltip').waitFor({ state: 'hidden' });
  }

  async pageLabels(): Promise<string[]> {
    const links = await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all();
    return Promise.all(links.map(async (link) => (await link.getAttribute('aria-label')) ?? ''));
  }
}
