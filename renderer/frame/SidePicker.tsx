import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangleFilled, IconChevronDown, IconFile, IconFolder, IconKeyboard, IconTable, IconX } from '@tabler/icons-react';
import type { Side } from '#shared/domain/dataset.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { SideMark } from '../components/SideMark.tsx';
import { host } from '../host/currentHost.ts';
import { pickFor } from '../state/pickData.ts';
import { navigate } from '../state/route.ts';
import { sideLabels, useSide, type ChosenSide } from '../state/sides.ts';
import { chooseSources } from '../state/compare.ts';
import styles from './TopBar.module.css';

/** One of the two data sets, and the ways to choose another. */
export function SidePicker({ side }: { readonly side: Side }) {
  const chosen = useSide(side);
  const label = sideLabels[side];
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Tooltip label={chosen.source?.path ?? `Choose the ${side} data`}>
          <UnstyledButton className={styles.picker} data-empty={chosen.source === null}>
            <SideMark side={side} />
            <span className={styles.label}>{label}</span>
            <span className={styles.name}>{chosen.source === null ? 'choose…' : middleEllipsis(chosen.name, 32)}</span>
            <Rows inspection={chosen.inspection} />
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFile size={16} />} onClick={() => void pickFor(side, false)}>
          Choose a file…
        </Menu.Item>
        {host.kind === 'desktop' && (
          <Menu.Item leftSection={<IconFolder size={16} />} onClick={() => void pickFor(side, true)}>
            Choose a folder…
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => navigate({ page: 'home', query: { type: side } })}>
          Type a path or pattern…
        </Menu.Item>
        {chosen.source !== null && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconTable size={16} />} onClick={() => navigate({ page: 'data', query: { side } })}>
              Look at its columns and rows
            </Menu.Item>
            <Menu.Item leftSection={<IconX size={16} />} onClick={() => void chooseSources({ [side]: null })}>
              Take it away
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Rows({ inspection }: Pick<ChosenSide, 'inspection'>) {
  if (inspection?.status === 'ready') {
    return <span className={styles.rows}>({formatCount(inspection.info.summary.numberOfRows)})</span>;
  }
  if (inspection?.status === 'failed') {
    return (
      <span className={styles.failed}>
        <IconAlertTriangleFilled size={14} aria-label="cannot be read" />
      </span>
    );
  }
  return null;
}
