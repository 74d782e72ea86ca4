import { IconCalendar, IconHash, IconKey, IconLetterCase, IconQuestionMark, IconTag, type Icon } from '@tabler/icons-react';
import type { ColumnKind } from '#shared/domain/dataset.ts';
import styles from './KindMark.module.css';

const icons: Readonly<Record<ColumnKind, Icon>> = {
  numeric: IconHash,
  categorical: IconTag,
  datetime: IconCalendar,
  text: IconLetterCase,
  id: IconKey,
  unsupported: IconQuestionMark,
};

export function KindMark({ kind }: { readonly kind: ColumnKind }) {
  const Icon = icons[kind];
  return (
    <span className={styles.kind}>
      <Icon size={14} stroke={1.6} aria-hidden />
      {kind}
    </span>
  );
}
