import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconCrown, IconDots, IconTag } from '@tabler/icons-react';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { copyText } from '../../../components/copyText.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../../components/HiddenTitle.tsx';
import { changeScoring } from '../../../state/openModel.ts';
import { rollBack, useRegisteredModel, type RegisteredDetail } from '../../../state/registry.ts';
import { changeQuery, navigate, useRoute } from '../../../state/route.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import { ModelDetail } from '../ModelDetail.tsx';
import styles from '../Models.module.css';
import { PromoteDialog } from '../promote/PromoteDialog.tsx';
import { AliasBadge } from './AliasBadge.tsx';
import { AliasDialog } from './AliasDialog.tsx';
import { usualVersion } from './registryView.ts';
import { TagLine } from './TagLine.tsx';

/** A registered model: one of its versions, and all that happened to it. */
export function RegisteredView({ name }: { readonly name: string }) {
  const { query } = useRoute();
  const { data, error, retry } = useRegisteredModel(name);
  if (data === null) {
    return (
      <div className={styles.detail}>
        <HiddenTitle text={name} />
        {error !== null && (
          <ErrorNotice error={error} doing="Opening the model" retry={retry}>
            <Button variant="default" onClick={() => navigate({ page: 'models' })}>
              Show the others
            </Button>
          </ErrorNotice>
        )}
      </div>
    );
  }
  const wanted = Number(query['version']);
  const version = data.versions.find((each) => each.version === wanted) ?? usualVersion(data);
  return version === undefined ? null : <VersionView key={version.version} detail={data} version={version} />;
}

function VersionView({ detail, version }: { readonly detail: RegisteredDetail; readonly version: ModelVersion }) {
  const reference = `${detail.name}@${version.version}`;
  const kept = useWorkbench((state) => state.workspace?.openedModels.find(({ path }) => path === reference)?.scoring ?? null);
  const scoring = kept ?? version.scoring;
  return (
    <ModelDetail
      title={detail.name}
      subject={{
        model: reference,
        scoring,
        changeScoring: (change) => void changeScoring(reference, change, version.scoring),
        registered: { detail, version },
      }}
      beside={
        <>
          <NativeSelect
            aria-label="Version"
            value={String(version.version)}
            onChange={(event) => changeQuery({ version: event.currentTarget.value })}
            data={detail.versions.map((each) => ({ value: String(each.version), label: `version ${each.version}` }))}
          />
          {version.aliases.map((alias) => (
            <AliasBadge key={alias} alias={alias} />
          ))}
        </>
      }
      below={<TagLine version={version} />}
      menu={
        <>
          <Button variant="default" leftSection={<IconCrown size={14} />} onClick={() => changeQuery({ promote: 'yes' })}>
            Promote…
          </Button>
          <VersionMenu detail={detail} version={version} />
          <AliasDialog detail={detail} version={version} />
          <PromoteDialog detail={detail} version={version} />
        </>
      }
      ways={null}
    />
  );
}

function VersionMenu({ detail, version }: { readonly detail: RegisteredDetail; readonly version: ModelVersion }) {
  const reference = `${detail.name}@${version.version}`;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label="More to do with this version">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTag size={16} />} onClick={() => changeQuery({ alias: 'champion' })}>
          Set an alias…
        </Menu.Item>
        {detail.aliases.map(({ alias }) => (
          <Menu.Item key={alias} leftSection={<IconArrowBackUp size={16} />} onClick={() => void rollBack(detail.name, alias)}>
            Roll {alias} back one step
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copyText(reference, 'the name')}>
          Copy its name, {reference}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copyText(version.info.path, 'the path')}>
          Copy the path of its file
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
