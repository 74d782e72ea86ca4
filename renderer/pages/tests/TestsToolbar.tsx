import { Button, Menu, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFilter, IconPencil } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { SuiteFormat } from '#shared/contract/suites.ts';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { client } from '../../client/engine.ts';
import { useCall } from '../../client/useCall.ts';
import { changeQuery } from '../../state/route.ts';
import { exportTests, useSuiteFile, type SuiteChoice } from '../../state/suites.ts';
import styles from './Tests.module.css';
import { ownSuite, usualPresets, wordOf, type Grouping } from './testsView.ts';

interface Props {
  readonly run: SuiteRun;
  readonly choice: SuiteChoice;
  readonly by: Grouping;
  readonly filter: string;
  readonly filterField: RefObject<HTMLInputElement | null>;
}

/** What is asked, in which order it is shown, and where it goes. */
export function TestsToolbar({ run, choice, by, filter, filterField }: Props) {
  return (
    <div className={styles.toolbar}>
      <TextInput
        ref={filterField}
        className={styles.filter}
        placeholder="Filter…"
        aria-label="Filter checks"
        leftSection={<IconFilter size={14} />}
        rightSection={<kbd>/</kbd>}
        value={filter}
        onChange={(event) => changeQuery({ filter: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <SegmentedControl
        aria-label="Group the checks by"
        value={by}
        onChange={(next) => changeQuery({ by: next === 'status' ? '' : next })}
        data={[
          { value: 'status', label: 'By result' },
          { value: 'kind', label: 'By kind' },
          { value: 'column', label: 'By column' },
        ]}
      />
      <SuiteSelect choice={choice} />
      <span className={styles.spring} />
      <Button variant="default" leftSection={<IconPencil size={14} />} onClick={() => changeQuery({ edit: 'yes' })}>
        Edit the suite
      </Button>
      <ExportTests run={run} choice={choice} />
    </div>
  );
}

function SuiteSelect({ choice }: { readonly choice: SuiteChoice }) {
  const { text } = useSuiteFile();
  const { data } = useCall('suites', (signal) => client.suites.list({}, { signal }));
  const presets = (data?.presets ?? []).map(({ id, label }) => ({ value: id, label }));
  const own = text == null ? [] : [{ value: ownSuite, label: 'Suite of the workspace' }];
  const usual = { value: usualPresets.join(','), label: 'Stability, quality and drift' };
  return (
    <NativeSelect
      aria-label="Suite"
      value={wordOf(choice)}
      onChange={(event) => changeQuery({ suite: event.currentTarget.value, check: '' })}
      data={[...own, usual, ...presets]}
    />
  );
}

const formats: readonly { readonly format: SuiteFormat; readonly label: string; readonly use: string }[] = [
  { format: 'html', label: 'HTML', use: 'One file that reads anywhere' },
  { format: 'md', label: 'Markdown', use: 'For a pull request' },
  { format: 'junit', label: 'JUnit XML', use: 'For systems that build and test' },
  { format: 'json', label: 'JSON', use: 'Every number, for programs' },
];

function ExportTests({ run, choice }: Pick<Props, 'run' | 'choice'>) {
  return (
    <Button.Group>
      <Button variant="default" leftSection={<IconDownload size={14} />} onClick={() => void exportTests(run.report, choice, 'html')}>
        Export HTML
      </Button>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button variant="default" px={6} aria-label="Export in another format">
            <IconChevronDown size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(({ format, label, use }) => (
            <Menu.Item key={format} onClick={() => void exportTests(run.report, choice, format)}>
              <strong>{label}</strong> <span className={styles.quiet}>{use}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
