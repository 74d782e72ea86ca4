import { Button, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconColumns3 } from '@tabler/icons-react';
import { givingWay } from './driftColumns.tsx';
import styles from './Report.module.css';

/** Which columns of the drift table a person wants to see, kept for the next time. */
export function useVisibleColumns() {
  return useLocalStorage<Record<string, boolean>>({ key: 'driftglass-columns', defaultValue: {}, getInitialValueInEffect: false });
}

export function VisibleColumns() {
  const [visible, setVisible] = useVisibleColumns();
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={styles.folding} rightSection={<IconChevronDown size={14} />}>
          <IconColumns3 size={14} aria-hidden />
          <span className={styles.wide}>&nbsp;Columns</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {givingWay.map(([id, label]) => {
          const shown = visible[id] !== false;
          return (
            <Menu.Item
              key={id}
              role="menuitemcheckbox"
              aria-checked={shown}
              leftSection={shown ? <IconCheck size={14} /> : <span style={{ width: 14, display: 'block' }} />}
              onClick={() => setVisible({ ...visible, [id]: !shown })}
            >
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
