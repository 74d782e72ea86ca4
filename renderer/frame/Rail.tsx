import { Tooltip } from '@mantine/core';
import { pages } from '../pages.ts';
import { formatRoute } from '../state/route.ts';
import styles from './Rail.module.css';

interface Props {
  readonly page: string;
}

/** The pages, one icon each, with the key that opens it. */
export function Rail({ page }: Props) {
  return (
    <nav className={styles.rail} aria-label="Pages">
      <ol className={styles.list}>
        {pages.map(({ id, label, icon: Icon }, index) => (
          <li key={id} className={id === 'settings' ? styles.last : undefined}>
            <Tooltip
              label={
                <>
                  {label} <kbd>{index + 1}</kbd>
                </>
              }
              position="right"
              openDelay={150}
            >
              <a
                className={styles.item}
                href={formatRoute({ page: id, id: null, query: {} })}
                aria-label={label}
                aria-current={id === page ? 'page' : undefined}
              >
                <Icon size={20} stroke={1.6} aria-hidden />
              </a>
            </Tooltip>
          </li>
        ))}
      </ol>
    </nav>
  );
}
