import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { OpenedModel } from '#shared/domain/model.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { pickModel } from '../../state/openModel.ts';
import { formatRoute } from '../../state/route.ts';
import { baseName } from '../../state/sides.ts';
import styles from './Models.module.css';
import { PathField } from './PathField.tsx';

interface Props {
  readonly opened: readonly OpenedModel[];
  readonly file: string | null;
}

/** The last folder of a path, which tells files of one name apart. */
function folderOf(path: string): string {
  return path.split(/[/\\]/).slice(-2, -1)[0] ?? '';
}

/** All models that can be chosen. */
export function ModelList({ opened, file }: Props) {
  return (
    <nav className={styles.list} aria-label="Models">
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
      </div>
    </nav>
  );
}
