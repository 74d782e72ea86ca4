import { Button, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconColumns3 } from '@tabler/icons-react';
import { givingWay } from './driftColumns.tsx';
import styles from './Report.module.css';

/** Which columns of the drift table a person wants to see, kept for the next time. */
export function useVisibleColumns() {
  return useLocalStorage<Record<string, boolean>>({ key: 'driftglass-columns', defaultValue: {}, getInitialValueInEffect: false });
}

export function VisibleColumns() {
  const [visible, setVisible] = useVisibleColumns();
  return (
    <Menu position="bottom-end">
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
            <Menu.CheckboxItem key={id} checked={shown} onChange={(checked) => setVisible({ ...visible, [id]: checked })}>
              {label}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
