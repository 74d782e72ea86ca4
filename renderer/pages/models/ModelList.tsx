import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { OpenedModel } from '#shared/domain/model.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { pickModel } from '../../state/openModel.ts';
import type { RegisteredList } from '../../state/registry.ts';
import { changeQuery, formatRoute } from '../../state/route.ts';
import { baseName } from '../../state/sides.ts';
import styles from './Models.module.css';
import { PathField } from './PathField.tsx';
import { AliasBadge } from './registry/AliasBadge.tsx';

interface Props {
  readonly registered: RegisteredList;
  readonly opened: readonly OpenedModel[];
  /** The name of the registered model on view. */
  readonly name: string | null;
  readonly file: string | null;
}

/** The last folder of a path, which tells files of one name apart. */
function folderOf(path: string): string {
  return path.split(/[/\\]/).slice(-2, -1)[0] ?? '';
}

/** All models that can be chosen. */
export function ModelList({ registered, opened, name, file }: Props) {
  return (
    <nav className={styles.list} aria-label="Models">
      {registered.length > 0 && <Registered registered={registered} name={name} />}
      <div className={styles.listHead}>
        <h2 className={styles.listTitle}>Model files</h2>
        <Tooltip label="Choose a model file">
          <ActionIcon size={24} variant="subtle" color="gray" aria-label="Choose a model file" onClick={() => void pickModel()}>
            <IconFolderOpen size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ul className={styles.listItems}>
        {opened.map(({ path }) => (
          <li key={path}>
            <a
              className={styles.listItem}
              href={formatRoute({ page: 'models', id: null, query: { file: path } })}
              aria-current={path === file ? 'page' : undefined}
              title={path}
            >
              <MiddleText text={baseName(path)} />
              <span className={styles.listDetail}>{folderOf(path)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className={styles.listFoot}>
        <PathField />
        <Button fullWidth mt={8} size="xs" variant="default" onClick={() => changeQuery({ train: 'yes' })}>
          Train a baseline…
        </Button>
      </div>
    </nav>
  );
}

function Registered({ registered, name }: Pick<Props, 'registered' | 'name'>) {
  return (
    <>
      <div className={styles.listHead}>
        <h2 className={styles.listTitle}>Registered models</h2>
      </div>
      <ul className={styles.listRegistered}>
        {registered.map((model) => (
          <li key={model.name}>
            <a
              className={styles.listItem}
              href={formatRoute({ page: 'models', id: model.name, query: {} })}
              aria-current={model.name === name ? 'page' : undefined}
            >
              <MiddleText text={model.name} />
              <span className={styles.listBadges}>
                {model.aliases.map(({ alias, version }) => (
                  <AliasBadge key={alias} alias={alias} version={version} />
                ))}
                <span className={styles.listDetail}>
                  {model.numberOfVersions === 1 ? '1 version' : `${model.numberOfVersions} versions`}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
