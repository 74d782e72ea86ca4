import { Button } from '@mantine/core';
import { sections, withSections } from '#shared/domain/sections.ts';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { compareAgain } from '../../state/compare.ts';
import { readReport } from '../../state/reports.ts';
import { currentRoute } from '../../state/route.ts';
import { reportFailure } from '../../state/workbench.ts';
import styles from './Tests.module.css';

/** Says that checks went unanswered for want of a section, and makes the report again with it. */
export function MissingSections({ run }: { readonly run: SuiteRun }) {
  const { missingSections } = run;
  if (missingSections.length === 0) return null;
  const labels = missingSections.map((id) => `“${sections.get(id)?.label ?? id}”`).join(', ');
  const again = async (): Promise<void> => {
    try {
      const report = await readReport(run.report, new AbortController().signal);
      const settings = { ...report.settings, sections: withSections(report.settings.sections, missingSections) };
      await compareAgain(report, settings, { page: 'tests', query: { ...currentRoute().query } });
    } catch (error) {
      reportFailure('Opening the report', error, () => void again());
    }
  };
  return (
    <p className={styles.without}>
      Some checks have no answer: the report was made without {labels}.
      <Button size="compact-xs" variant="default" onClick={() => void again()}>
        Compare again with {missingSections.length === 1 ? 'it' : 'them'}
      </Button>
    </p>
  );
}
