import { Button } from '@mantine/core';
import type { DriftReport } from '#shared/domain/report.ts';
import { chooseSources, compare } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './VerdictHead.module.css';

/** Says when the report is not of what is chosen now, and leads back to where it is. */
export function StaleHint({ report }: { readonly report: DriftReport }) {
  const workspace = useWorkbench((state) => state.workspace);
  const comparing = useWorkbench((state) => state.comparing);
  if (workspace === null || comparing) return null;
  const { reference, current } = report;
  if (workspace.reference?.path !== reference.path || workspace.current?.path !== current.path) {
    const choose = (): void => void chooseSources({ reference: { path: reference.path }, current: { path: current.path } });
    return <Hint text="Other data are chosen now." action="Compare these again" run={choose} />;
  }
  if (JSON.stringify(workspace.settings) === JSON.stringify(report.settings)) return null;
  return <Hint text="The settings have changed since." action="Compare again" run={() => void compare()} />;
}

function Hint({ text, action, run }: { readonly text: string; readonly action: string; readonly run: () => void }) {
  return (
    <span className={styles.stale}>
      {text}
      <Button size="compact-xs" variant="subtle" onClick={run}>
        {action}
      </Button>
    </span>
  );
}
