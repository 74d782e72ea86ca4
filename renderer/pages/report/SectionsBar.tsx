import { Button, Menu, ScrollArea, Tabs } from '@mantine/core';
import { IconArrowsDiff, IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { DriftReport } from '#shared/domain/report.ts';
import { hasSection, sections, withSections } from '#shared/domain/sections.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { compareAgain } from '../../state/compare.ts';
import { changeQuery } from '../../state/route.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ExportMenu } from './ExportMenu.tsx';
import styles from './Report.module.css';
import { tabsOfReport } from './tabsOfReport.ts';
import type { SectionTab } from './tabs/tab.ts';

interface Props {
  readonly report: DriftReport;
  /** null: the columns are on view. */
  readonly shown: SectionTab | null;
}

const columnsTab = 'columns';

/** What the report has besides its columns, what it could have, and the report as a file. */
export function SectionsBar({ report, shown }: Props) {
  const show = (next: string | null): void => changeQuery({ tab: next === null || next === columnsTab ? '' : next, sort: '' });
  return (
    <div className={styles.sections}>
      <ScrollArea className={styles.sectionTabs} type="never">
        <Tabs value={shown?.id ?? columnsTab} onChange={show} variant="default">
          <Tabs.List aria-label="Sections of the report" className={styles.sectionList}>
            <Tabs.Tab value={columnsTab} className={styles.sectionTab}>
              Columns
            </Tabs.Tab>
            {tabsOfReport(report).map(({ id, label }) => (
              <Tabs.Tab key={id} value={id} className={styles.sectionTab}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </ScrollArea>
      <CompareMenu report={report} />
      <SectionsMenu report={report} />
      <ExportMenu report={report} />
    </div>
  );
}

const pastShown = 12;

/** Other reports of the workspace, to see what changed since one of them. */
function CompareMenu({ report }: Pick<Props, 'report'>) {
  const others = useWorkbench((state) => state.runs)?.filter(({ id }) => id !== report.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={styles.folding} rightSection={<IconChevronDown size={14} />}>
          <IconArrowsDiff size={14} aria-hidden />
          <span className={styles.wide}>&nbsp;What changed since</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Side by side with another report</Menu.Label>
        {others.slice(0, pastShown).map((run) => (
          <Menu.Item key={run.id} onClick={() => changeQuery({ with: run.id })}>
            <span className={styles.past}>
              <MiddleText text={run.current.name} />
              <span className={styles.count}>
                {run.numberOfDriftedColumns} of {run.numberOfColumns} drifted ·{' '}
                {formatTime(run.createdAt, -new Date(run.createdAt).getTimezoneOffset())}
              </span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Sections that the report does not have are made by comparing again; the choice stays for later reports. */
function SectionsMenu({ report }: Pick<Props, 'report'>) {
  const { settings } = report;
  const missing = sections.all.filter(({ id }) => !hasSection(settings, id)).map(({ id }) => id);
  const add = (more: typeof missing): void => {
    void compareAgain(report, { ...settings, sections: withSections(settings.sections, more) }, {});
  };
  return (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={styles.folding} rightSection={<IconChevronDown size={14} />}>
          <IconPlus size={14} aria-hidden />
          <span className={styles.wide}>&nbsp;Sections</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>Choosing one compares again</Menu.Label>
        {sections.all.map(({ id, label }) => {
          const there = !missing.includes(id);
          const icon = there ? <IconCheck size={14} aria-hidden /> : <span className={styles.noIcon} />;
          return (
            <Menu.Item key={id} disabled={there} leftSection={icon} onClick={() => add([id])}>
              {label}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item disabled={missing.length === 0} onClick={() => add(missing)}>
          All of them
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
