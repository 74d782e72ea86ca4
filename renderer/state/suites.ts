import type { SuiteFormat } from '#shared/contract/suites.ts';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { client } from '../client/engine.ts';
import { saveRendered } from './saveRendered.ts';
import { createStore, useStore } from './store.ts';
import { showToast } from './toasts.ts';
import { reportFailure } from './workbench.ts';

/** What is asked of a report: the suite file of the workspace, or ready-made checks. */
export interface SuiteChoice {
  readonly suite: string | null;
  readonly presets: string[];
}

interface SuiteFile {
  /** undefined: not read yet; null: the workspace has none. */
  readonly text: string | null | undefined;
  readonly path: string;
  /** Counts changes, so that what rests on the file is asked for again. */
  readonly version: number;
}

const file = createStore<SuiteFile>({ text: undefined, path: '', version: 0 });

export function useSuiteFile(): SuiteFile {
  return useStore(file, (state) => state);
}

/** Reads the suite file of the workspace; it may have been edited by hand meanwhile. */
export async function readSuiteFile(): Promise<void> {
  try {
    const { path, text } = await client.suites.read({});
    if (file.get().text !== text) file.set(({ version }) => ({ path, text, version: version + 1 }));
  } catch (error) {
    reportFailure('Reading the suite', error, () => void readSuiteFile());
  }
}

/** Keeps a suite file in the workspace; the error of one that is not understood is the caller's. */
export async function writeSuiteFile(text: string): Promise<void> {
  const { path } = await client.suites.write({ text });
  file.set(({ version }) => ({ path, text, version: version + 1 }));
}

/** Takes what a check found as the new normal, in the suite file of the workspace. */
export async function acceptResult(run: SuiteRun, choice: SuiteChoice, result: string): Promise<boolean> {
  const before = choice.suite;
  try {
    const base = before ?? `presets: [${choice.presets.join(', ')}]\n`;
    const { text } = await client.suites.accept({ report: run.report, suite: base, presets: [], result });
    await writeSuiteFile(text);
    const undo = { label: 'Undo', run: () => void writeSuiteFile(base) };
    showToast('Written into the suite of the workspace.', { tone: 'good', action: undo });
    return true;
  } catch (error) {
    reportFailure('Accepting the value', error, null);
    return false;
  }
}

/** Writes the outcome where the person says. */
export async function exportTests(report: string, choice: SuiteChoice, format: SuiteFormat): Promise<void> {
  await saveRendered({
    id: report,
    format,
    doing: 'Exporting the tests',
    render: () => client.suites.render({ report, ...choice, format }),
    retry: () => void exportTests(report, choice, format),
  });
}
