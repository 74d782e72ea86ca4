import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconChartHistogram, IconCopy, IconDots, IconExternalLink, IconX } from '@tabler/icons-react';
import type { ScoringSettings } from '#shared/domain/model.ts';
import { copyText } from '../../components/copyText.ts';
import { host } from '../../host/currentHost.ts';
import { changeScoring, forgetModel, plainScoring, scoreReportsWith } from '../../state/openModel.ts';
import { changeQuery } from '../../state/route.ts';
import { baseName } from '../../state/sides.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { ModelDetail } from './ModelDetail.tsx';
import { RegisterDialog } from './registry/RegisterDialog.tsx';

/** A model file: what it is, and what can be done with it. */
export function FileView({ path }: { readonly path: string }) {
  const scoring = useWorkbench((state) => state.workspace?.openedModels.find((each) => each.path === path)?.scoring ?? plainScoring);
  return (
    <ModelDetail
      title={baseName(path)}
      subject={{ model: path, scoring, changeScoring: (change) => void changeScoring(path, change), registered: null }}
      menu={
        <>
          <Button variant="default" leftSection={<IconArchive size={14} />} onClick={() => changeQuery({ register: 'yes' })}>
            Register…
          </Button>
          <FileMenu path={path} scoring={scoring} />
          <RegisterDialog path={path} scoring={scoring} />
        </>
      }
      ways={
        <Button variant="default" onClick={() => void forgetModel(path)}>
          Take it out of the list
        </Button>
      }
    />
  );
}

function FileMenu({ path, scoring }: { readonly path: string; readonly scoring: ScoringSettings }) {
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label="More to do with this file">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconChartHistogram size={16} />} onClick={() => void scoreReportsWith(path, scoring)}>
          Score both sides of reports with it
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copyText(path, 'the path')}>
          Copy the path
        </Menu.Item>
        {host.kind === 'desktop' && (
          <Menu.Item leftSection={<IconExternalLink size={16} />} onClick={() => void host.reveal(path)}>
            Show it in its folder
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconX size={16} />} onClick={() => void forgetModel(path)}>
          Take it out of the list
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
