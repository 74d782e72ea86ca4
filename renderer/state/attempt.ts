import { asAppError } from '../client/useCall.ts';
import { showNotice } from './notices.ts';

/** Runs host work that may fail, and says so where it does. */
export async function attempt(doing: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showNotice({ error: asAppError(error), doing, retry: () => void attempt(doing, work) });
  }
}
