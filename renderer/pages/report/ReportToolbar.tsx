import { Menu, Tabs, TextInput, Button } from '@mantine/core';
import { IconChevronDown, IconCopy, IconFilter } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { copyText } from '../../components/copyText.ts';
import { changeQuery } from '../../state/route.ts';
import styles from './Report.module.css';
import { columnsOn, reportTabs, type ReportTab, type ReportView } from './reportView.ts';
import { tableFormats, tableText, type TableFormat } from './tableText.ts';
import { VisibleColumns } from './VisibleColumns.tsx';

interface Props {
  readonly view: ReportView;
  readonly tab: ReportTab;
  readonly filter: string;
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}

const tabNames: Readonly<Record<ReportTab, string>> = {
  all: 'All',
  drifted: 'Drifted',
  attention: 'Attention',
  missing: 'Missing',
};

/** Above the table: which columns it shows, and what can be done with it. The table itself is the tab's panel. */
export function ReportToolbar({ view, tab, filter, filterField, children }: Props) {
  return (
    <Tabs
      className={styles.tabs}
      value={tab}
      onChange={(next) => changeQuery({ tab: next === null || next === 'all' ? '' : next, sort: '' })}
      variant="pills"
      keepMounted={false}
    >
      <div className={styles.toolbar}>
        <TextInput
          ref={filterField}
          className={styles.filter}
          placeholder="Filter…"
          aria-label="Filter columns"
          leftSection={<IconFilter size={14} />}
          rightSection={<kbd>/</kbd>}
          value={filter}
          onChange={(event) => changeQuery({ filter: event.currentTarget.value })}
          onKeyDown={(event) => leaveField(event, filter)}
        />
        <Tabs.List aria-label="Groups of columns">
          {reportTabs.map((each) => (
            <Tabs.Tab key={each} value={each} className={styles.tab}>
              {tabNames[each]} <span className={styles.count}>{view.counts[each]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className={styles.spring} />
        {tab !== 'missing' && <VisibleColumns />}
        {tab !== 'missing' && <CopyMenu view={view} tab={tab} filter={filter} />}
      </div>
      <Tabs.Panel value={tab} className={styles.panel}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}

/** Esc empties the filter, and leaves it when it is empty; Enter goes on to the table. */
function leaveField(event: React.KeyboardEvent<HTMLInputElement>, filter: string): void {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  event.preventDefault();
  if (event.key === 'Escape' && filter !== '') changeQuery({ filter: '' });
  else event.currentTarget.blur();
}

function CopyMenu({ view, tab, filter }: Pick<Props, 'view' | 'tab' | 'filter'>) {
  const copy = (format: TableFormat, name: string): void => {
    const columns = columnsOn(view, tab, filter);
    void copyText(tableText(columns, format), `${columns.length} rows as ${name}`);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" className={styles.folding} rightSection={<IconChevronDown size={14} />}>
          <IconCopy size={14} aria-hidden />
          <span className={styles.wide}>&nbsp;Copy</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tableFormats.map(([format, name]) => (
          <Menu.Item key={format} onClick={() => copy(format, name)}>
            Copy the table as {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
