import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowsLeftRight, IconSearch } from '@tabler/icons-react';
import { compare, swapSources } from '../state/compare.ts';
import { useWorkbench } from '../state/workbench.ts';
import { commandKey } from './commandKey.ts';
import { SidePicker } from './SidePicker.tsx';
import styles from './TopBar.module.css';

interface Props {
  readonly openPalette: () => void;
}

/** Always on view: what is compared with what. */
export function TopBar({ openPalette }: Props) {
  const workspace = useWorkbench((state) => state.workspace);
  const comparing = useWorkbench((state) => state.comparing);
  const both = workspace?.reference != null && workspace.current !== null;
  return (
    <header className={styles.bar}>
      <Tooltip label={workspace?.path === '' ? 'Nothing is kept on disk' : workspace?.path}>
        <span className={styles.workspace}>{workspace?.name ?? 'Driftglass'}</span>
      </Tooltip>
      <div className={styles.pair} role="group" aria-label="What is compared">
        <SidePicker side="reference" />
        <Tooltip label="Swap reference and current">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Swap reference and current"
            disabled={!both || comparing}
            onClick={swapSources}
          >
            <IconArrowsLeftRight size={16} />
          </ActionIcon>
        </Tooltip>
        <SidePicker side="current" />
      </div>
      <Button disabled={!both} loading={comparing} onClick={() => void compare()}>
        Compare
      </Button>
      <UnstyledButton className={styles.palette} onClick={openPalette} aria-label="Commands">
        <IconSearch size={14} aria-hidden /> <kbd>{commandKey} K</kbd>
      </UnstyledButton>
    </header>
  );
}
