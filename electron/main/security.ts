import { app, shell, type Session, type WebContents } from 'electron';

/** Opens an address in the person's browser; only https leaves the workbench. */
export async function openOutside(address: string): Promise<void> {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') await shell.openExternal(address);
}

function lockContents(contents: WebContents, isOurs: (address: string) => boolean): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Keeps every page of this program where it is: no other address, no second window, no embedded view. */
export function lockEveryPage(isOurs: (address: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, isOurs));
}

/** A page may copy to the clipboard and nothing else: no camera, no place, no notification, no device. */
export function denyPermissions(session: Session): void {
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
}
