import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReportFormat } from '#shared/contract/reports.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { client } from '../../client/engine.ts';
import { useCall } from '../../client/useCall.ts';
import { exportFormats, exportReport } from '../../state/exportReport.ts';
import styles from './Report.module.css';

/** The report as a file; every size is known before anything is saved. */
export function ExportMenu({ report }: { readonly report: DriftReport }) {
  const [opened, setOpened] = useState(false);
  const { data: html } = useCall(`html ${report.id}`, (signal) => client.reports.render({ id: report.id, format: 'html' }, { signal }));
  const size = html === null ? '' : ` (${formatBytes(html.bytes)})`;
  return (
    <Button.Group>
      <Button variant="default" leftSection={<IconDownload size={14} />} onClick={() => void exportReport('html', report.id)}>
        <span className={styles.wide}>{'Export '}</span>HTML{size}
      </Button>
      <Menu position="bottom-end" width={392} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button variant="default" px={6} aria-label="Export in another format">
            <IconChevronDown size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exportFormats.map(({ format, label, use }) => (
            <Menu.Item key={format} onClick={() => void exportReport(format, report.id)}>
              <span className={styles.exportItem}>
                <span>
                  <strong>{label}</strong> <span className={styles.quiet}>{use}</span>
                </span>
                {opened && <Size id={report.id} format={format} />}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

function Size({ id, format }: { readonly id: string; readonly format: ReportFormat }) {
  const { data } = useCall(`${format} ${id}`, (signal) => client.reports.render({ id, format }, { signal }));
  return <span className={styles.size}>{data === null ? '…' : formatBytes(data.bytes)}</span>;
}
