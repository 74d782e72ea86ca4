import { Button } from '@mantine/core';
import { IconArrowRight, IconFlask } from '@tabler/icons-react';
import { bothSides } from '../../state/sides.ts';
import { compare, openSample } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { DropZone } from './DropZone.tsx';
import styles from './Home.module.css';
import { ModelZone } from './ModelZone.tsx';
import { PastReports } from './PastReports.tsx';
import { RecentPairs } from './RecentPairs.tsx';

/** Where work begins: two data sets, the sample, and what was compared before. */
export function HomePage() {
  const workspace = useWorkbench((state) => state.workspace);
  const comparing = useWorkbench((state) => state.comparing);
  const both = workspace?.reference != null && workspace.current !== null;
  return (
    <div className={styles.home}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>What changed in the data?</h1>
          <p className={styles.lead}>
            Give the data your model knows and the data it sees now: parquet, CSV or JSON lines. Everything stays on this machine.
          </p>
        </header>
        <div className={styles.zones}>
          {bothSides.map((side) => (
            <DropZone key={side} side={side} />
          ))}
        </div>
        <ModelZone />
        <div className={styles.actions}>
          <Button size="sm" disabled={!both} loading={comparing} rightSection={<IconArrowRight size={16} />} onClick={() => void compare()}>
            Compare
          </Button>
          <Button size="sm" variant="default" leftSection={<IconFlask size={16} />} disabled={comparing} onClick={() => void openSample()}>
            Open the sample
          </Button>
          <span className={styles.hint}>The sample is made on this machine and needs no network.</span>
        </div>
        <PastReports />
        <RecentPairs />
      </div>
    </div>
  );
}
