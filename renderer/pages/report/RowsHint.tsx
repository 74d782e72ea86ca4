import { Button } from '@mantine/core';
import type { DriftReport } from '#shared/domain/report.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { compareAgain } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './VerdictHead.module.css';

/** Says that a report is of some rows only, and leads back to all of them. */
export function RowsHint({ report }: { readonly report: DriftReport }) {
  const comparing = useWorkbench((state) => state.comparing);
  const { where } = report.settings;
  if (where === null) return null;
  return (
    <span className={styles.condition} role="group" aria-label="Rows of this report">
      Only rows where
      <span className={styles.conditionText}>
        <MiddleText text={where} mono />
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={comparing}
        onClick={() => void compareAgain(report, { ...report.settings, where: null }, {})}
      >
        Compare all rows
      </Button>
    </span>
  );
}
