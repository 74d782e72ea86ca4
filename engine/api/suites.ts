import type { Api } from '#shared/contract/index.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import type { CheckInfo, Suite, SuiteRun } from '#shared/domain/suite.ts';
import type { z } from 'zod';
import type { SuiteFormat } from '#shared/contract/suites.ts';
import { checks } from '../checks/checks.ts';
import type { Check } from '../checks/defineCheck.ts';
import { acceptResult, freezeSuite } from '../checks/freezeSuite.ts';
import { known } from '../checks/planChecks.ts';
import { presets, usualPresets } from '../checks/presets.ts';
import { countRows } from '../checks/countRows.ts';
import { runSuite, type CountedRows } from '../checks/runSuite.ts';
import { sectionsNeeded } from '../checks/sectionsNeeded.ts';
import { readSuite } from '../checks/suiteFile.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { writeFileAtomically } from '../report/atomicWrite.ts';
import { renderSuite } from '../report/suite/renderSuite.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import type { Workspace } from '../store/workspace.ts';

interface SuitesParts {
  readonly workspace: Workspace;
  readonly guard: PathGuard;
}

interface Chosen {
  readonly report: string;
  readonly suite: string | null;
  readonly presets: readonly string[];
}

/** The suite that was chosen: the file and the presets together; the usual presets where there is neither. */
function suiteOf({ suite: text, presets: named }: Omit<Chosen, 'report'>): Suite {
  const suite = text === null ? {} : readSuite(text);
  const chosen = text === null && named.length === 0 ? usualPresets : named;
  const all = [...new Set([...(suite.presets ?? []), ...chosen])];
  return { ...suite, ...(all.length > 0 && { presets: all }) };
}

function infoOf(check: Check): CheckInfo {
  const { id, label, group, scope, looksAtRows, byDefault } = check;
  const params = Object.keys((check.params as z.ZodObject).shape ?? {});
  return { id, label, group, scope, kinds: check.scope === 'column' ? [...check.kinds] : [], params, looksAtRows, byDefault };
}

export function suitesApi({ workspace, guard }: SuitesParts): Api['suites'] {
  const prepare = async (chosen: Chosen, context: JobContext): Promise<{ suite: Suite; report: DriftReport; rows: CountedRows }> => {
    const suite = suiteOf(chosen);
    const report = await workspace.runs.get(chosen.report);
    return { suite, report, rows: await countRows(suite, report, { guard, context }) };
  };
  const answer = async (chosen: Chosen, context: JobContext): Promise<SuiteRun> => {
    const { suite, report, rows } = await prepare(chosen, context);
    return runSuite(suite, report, rows);
  };
  const render = async (input: Chosen & { format: SuiteFormat }, context: JobContext): Promise<ReturnType<typeof renderSuite>> =>
    renderSuite(await answer(input, context), input.format);
  return {
    list: async () => ({
      checks: checks.all.map(infoOf),
      presets: presets.all.map(({ id, label, summary }) => ({ id, label, summary })),
    }),
    read: async () => ({ path: workspace.suites.path, text: await workspace.suites.readText() }),
    write: async ({ text }) => {
      readSuite(text);
      await workspace.suites.writeText(text);
      return { path: workspace.suites.path };
    },
    check: async (chosen) => {
      const suite = suiteOf(chosen);
      for (const id of suite.presets ?? []) known(presets, id, 'preset');
      return { sections: sectionsNeeded(suite) };
    },
    run: async (chosen, context) => {
      const run = await answer(chosen, context);
      await workspace.suites.keep(run);
      return run;
    },
    last: ({ report }) => workspace.suites.last(report),
    freeze: async (chosen, context) => {
      const { suite, report, rows } = await prepare(chosen, context);
      return { text: freezeSuite(suite, report, rows) };
    },
    accept: async (chosen, context) => {
      const prepared = await prepare(chosen, context);
      return { text: acceptResult(chosen.suite ?? '', { ...prepared, id: chosen.result }) };
    },
    render: async (input, context) => {
      const rendered = await render(input, context);
      return { ...rendered, bytes: Buffer.byteLength(rendered.content) };
    },
    save: async (input, context) => {
      await guard.write(input.path);
      const { content } = await render(input, context);
      await writeFileAtomically(input.path, content);
      return { path: input.path, bytes: Buffer.byteLength(content) };
    },
  };
}
