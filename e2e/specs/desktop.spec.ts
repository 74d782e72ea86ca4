import type { App, BrowserWindow, Dialog, IpcMain, Menu, NativeTheme, Session, Shell as SystemShell } from 'electron';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHostShell } from '../shells/hostShell.ts';
import type { Shell } from '../shells/shell.ts';
import { ReportPage } from '../pages/ReportPage.ts';
import { expect, test } from '../workbench.ts';

interface Main {
  readonly app: App;
  readonly BrowserWindow: typeof BrowserWindow;
  readonly dialog: Dialog;
  readonly ipcMain: IpcMain;
  readonly Menu: typeof Menu;
  readonly nativeTheme: NativeTheme;
  readonly session: { readonly defaultSession: Session };
  readonly shell: SystemShell;
}

interface Recorded {
  readonly testHost: { readonly recorded: { readonly name: string; readonly args: unknown[] }[] };
}

const inMain = <R, A>(shell: Shell, work: (main: Main, arg: A) => R | Promise<R>, arg: A): Promise<R> => {
  if (shell.desktop === null) throw new Error('this spec is for the desktop');
  return shell.desktop.evaluate(work as (electron: never, arg: A) => R | Promise<R>, arg);
};

const recordedCalls = (shell: Shell, name: string): Promise<unknown[][]> =>
  inMain(
    shell,
    (main, wanted) => (main as unknown as Recorded).testHost.recorded.filter((call) => call.name === wanted).map(({ args }) => args),
    name,
  );

test.describe('the page of the desktop window @desktop', () => {
  test('has neither Node nor Electron, only the bridge', async ({ shell }) => {
    const found = await shell.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
    const bridge = await shell.page.evaluate(() => {
      const offered = (globalThis as unknown as { driftglass: Record<string, unknown> }).driftglass;
      return { names: Object.keys(offered).sort(), frozen: Object.isFrozen(offered) };
    });
    expect(bridge.frozen).toBe(true);
    expect(bridge.names).toEqual(
      ['connectEngine', 'kind', 'onEngine', 'onMenu', 'onOpenFiles', 'openLink', 'pathsOf', 'pickData', 'reveal', 'saveReport'].sort(),
    );
  });

  test('may run no script but its own, and ask nobody for anything', async ({ shell, complaints }) => {
    const outcome = await shell.page.evaluate(async () => {
      const reached = await fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      const blocked = (): string => {
        try {
          return String(Function('return 1')());
        } catch {
          return 'blocked';
        }
      };
      // What a test evaluates may use eval itself; what the page does later may not.
      const evaluated = await new Promise<string>((resolve) => setTimeout(() => resolve(blocked()), 0));
      return { reached, injected: 'injected' in globalThis, evaluated };
    });
    expect(outcome).toEqual({ reached: 'refused', injected: false, evaluated: 'blocked' });
    expect(complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  });

  test('cannot be led elsewhere, and opens no second window', async ({ shell, home }) => {
    const before = shell.page.url();
    const windows = await inMain(shell, ({ BrowserWindow: Window }) => Window.getAllWindows().length, null);
    for (const address of ['https://example.com/', 'http://127.0.0.1:9/', 'data:text/html,x']) {
      await shell.page.evaluate((to) => void (window.location.href = to), address);
      await expect(home.zone('reference')).toBeVisible();
      expect(shell.page.url()).toBe(before);
    }
    await inMain(
      shell,
      ({ shell: system }) => {
        const { openExternal } = system;
        system.openExternal = async (url) => {
          Object.assign(system, { openExternal, openedByTest: url });
        };
      },
      null,
    );
    await shell.page.evaluate(() => void window.open('https://example.com/opened'));
    const opened = (): Promise<unknown> =>
      inMain(shell, ({ shell: system }) => ('openedByTest' in system ? system.openedByTest : ''), null);
    await expect.poll(opened).toBe('https://example.com/opened');
    await expect.poll(() => inMain(shell, ({ BrowserWindow: Window }) => Window.getAllWindows().length, null)).toBe(windows);
    await expect.poll(() => shell.page.context().pages().length).toBe(1);
  });

  test('is given no permission but to copy', async ({ shell }) => {
    const states = await shell.page.evaluate(async () => {
      const ask = async (name: string): Promise<string> => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'midi'].map(ask));
    });
    expect(states).not.toContain('granted');
  });
});

test.describe('what the main process answers @desktop @stand-in', () => {
  test('refuses calls from any frame but the workbench’s own', async ({ shell }) => {
    const answer = await inMain(
      shell,
      async ({ ipcMain }) => {
        const handlers = (ipcMain as unknown as { handlers: Map<string, (event: unknown, input: unknown) => Promise<unknown>> }).handlers;
        const frames = [
          { url: 'https://example.com/', parent: null },
          { url: 'app://bundle/', parent: {} },
          { url: 'app://bundle.example.com/', parent: null },
          null,
        ];
        return Promise.all(
          [...handlers.keys()].flatMap((channel) =>
            frames.map(async (senderFrame) =>
              handlers.get(channel)?.({ senderFrame }, { fileName: 'x.html', content: 'x', title: 'x', folder: false }),
            ),
          ),
        );
      },
      null,
    );
    expect(answer.length).toBeGreaterThan(12);
    for (const each of answer) expect(each).toMatchObject({ error: { code: 'E_UNAUTHORISED' } });
  });

  test('opens only https addresses outside', async ({ shell }) => {
    await shell.page.evaluate(async () => {
      const { driftglass } = globalThis as unknown as { driftglass: { openLink(url: string): Promise<void> } };
      for (const url of ['https://example.org/docs', 'http://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'nonsense'])
        await driftglass.openLink(url);
    });
    const opened = (await recordedCalls(shell, 'shell.openExternal')).flat();
    expect(opened).toEqual(['https://example.org/docs']);
  });

  test('denies every permission but copying', async ({ shell }) => {
    const answers = await inMain(
      shell,
      ({ session }) => {
        const { permissionRequestHandler, permissionCheckHandler } = session.defaultSession as unknown as Record<
          string,
          (...args: unknown[]) => unknown
        >;
        return ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'clipboard-sanitized-write'].map(
          (permission) => {
            let requested: unknown;
            permissionRequestHandler?.(null, permission, (granted: unknown) => (requested = granted), {});
            return [permission, requested, permissionCheckHandler?.(null, permission, '', {})];
          },
        );
      },
      null,
    );
    expect(answers.filter(([, requested, checked]) => requested === true || checked === true)).toEqual([
      ['clipboard-sanitized-write', true, true],
    ]);
  });

  test('says which file could not be written', async ({ shell, home, report, frame, files }) => {
    await home.typePath('reference', files.reference);
    await home.typePath('current', files.current);
    await expect(report.exportButton).toHaveText(/KB/);
    await inMain(
      shell,
      ({ dialog }) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/no/such/folder/report.html' });
      },
      null,
    );
    await report.exportButton.click();
    await expect(frame.notice).toContainText('/no/such/folder/report.html');
    await expect(frame.notice).toContainText('E_WRITE_FAILED');
  });
});

test.describe('the desktop @desktop', () => {
  test('does from its menu what the page does', async ({ shell, report }) => {
    const choose = (id: string): Promise<void> =>
      inMain(shell, ({ Menu: menu }, wanted) => menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
    await choose('go-settings');
    await expect(shell.page.getByRole('main', { name: 'Settings' })).toBeVisible();
    await choose('theme-dark');
    await expect(shell.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await choose('theme-system');
    await choose('open-sample');
    await expect(report.row('payment_type')).toBeVisible();
  });

  test('keeps what is there when a dialog is closed without a choice', async ({ shell, home, frame }) => {
    await inMain(
      shell,
      ({ dialog }) => {
        dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
      },
      null,
    );
    await home.zone('reference').getByRole('button', { name: 'Choose a file…' }).click();
    await expect(home.zone('reference')).toContainText('What is normal');
    await expect(frame.notice).toHaveCount(0);
  });

  test('opens the files that a second start of the program names', async ({ shell, report, files }) => {
    await inMain(shell, ({ app }, given) => void app.emit('second-instance', {}, [], '', { files: given, workspace: null }), [
      files.reference,
      files.current,
    ]);
    await expect(report.row('distance')).toContainText('drifted');
  });

  test('opens a file that the system hands over', async ({ shell, home, files }) => {
    await inMain(shell, ({ app }, path) => void app.emit('open-file', { preventDefault: () => undefined }, path), files.reference);
    await expect(home.zone('reference')).toContainText('january.parquet');
  });
});

test.describe('a start of the desktop @desktop @stand-in', () => {
  test('compares the two files it names, and remembers the place of its window', async ({ files }) => {
    const folder = await mkdtemp(join(tmpdir(), 'driftglass-start-'));
    try {
      const first = await openHostShell(folder, [files.reference, files.current]);
      await expect(new ReportPage(first).row('distance')).toContainText('drifted');
      await inMain(
        first,
        ({ BrowserWindow: Window }) => Window.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1100, height: 700 }),
        null,
      );
      await first.close();
      expect(JSON.parse(await readFile(join(folder, 'host/userData/window.json'), 'utf8'))).toMatchObject({
        bounds: { x: 40, width: 1100 },
      });
      const second = await openHostShell(folder);
      const bounds = await inMain(second, ({ BrowserWindow: Window }) => Window.getAllWindows()[0]?.getNormalBounds(), null);
      expect(bounds).toEqual({ x: 40, y: 60, width: 1100, height: 700 });
      await expect(new ReportPage(second).row('distance')).toContainText('drifted');
      await second.close();
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});
