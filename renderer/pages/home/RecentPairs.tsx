import { UnstyledButton } from '@mantine/core';
import type { WorkspaceState } from '#shared/contract/workspace.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { SideMark } from '../../components/SideMark.tsx';
import { baseName } from '../../state/sides.ts';
import { chooseSources } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './Home.module.css';

const shownAtMost = 6;

type Pair = WorkspaceState['recent'][number];

/** Pairs that were compared before, to compare again as the files are now. */
export function RecentPairs() {
  const workspace = useWorkbench((state) => state.workspace);
  const isChosen = (pair: Pair): boolean =>
    pair.reference.path === workspace?.reference?.path && pair.current.path === workspace.current?.path;
  const recent = workspace?.recent.filter((pair) => !isChosen(pair)) ?? [];
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-pairs">
      <h2 className={styles.sectionTitle} id="recent-pairs">
        Compare again
      </h2>
      <ul className={styles.list}>
        {recent.slice(0, shownAtMost).map(({ reference, current }) => (
          <li key={`${reference.path} ${current.path}`} className={styles.line}>
            <UnstyledButton
              className={styles.lineLink}
              title={`${reference.path} → ${current.path}`}
              onClick={() => void chooseSources({ reference, current })}
            >
              <span className={styles.pairNames}>
                <SideMark side="reference" />
                <MiddleText text={baseName(reference.path)} />
                <span aria-label="against">→</span>
                <SideMark side="current" />
                <MiddleText text={baseName(current.path)} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
