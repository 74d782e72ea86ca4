import { showToast } from '../state/toasts.ts';

/** Puts text on the clipboard and says so; where the clipboard is closed to the page, a hidden field does it. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  showToast(`Copied ${what}.`);
}
