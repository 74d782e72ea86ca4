import { IconCrown, IconFlag, IconSwords, type Icon } from '@tabler/icons-react';
import styles from './Registry.module.css';

const icons: Readonly<Record<string, Icon>> = { champion: IconCrown, challenger: IconSwords };

/** A name that points to a version. */
export function AliasBadge({ alias, version }: { readonly alias: string; readonly version?: number }) {
  const Mark = icons[alias] ?? IconFlag;
  return (
    <span className={styles.badge} data-alias={alias in icons ? alias : 'other'}>
      <Mark size={12} aria-hidden />
      {alias}
      {version !== undefined && <span className={styles.badgeVersion}>v{version}</span>}
    </span>
  );
}
