import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleDashed, IconSquareRotatedFilled, type Icon } from '@tabler/icons-react';
import type { Tone } from '#shared/text/verdict.ts';
import styles from './ToneMark.module.css';

const icons: Readonly<Record<Tone, Icon>> = {
  good: IconCircleCheckFilled,
  attention: IconSquareRotatedFilled,
  broken: IconAlertTriangleFilled,
  unknown: IconCircleDashed,
};

interface Props {
  readonly tone: Tone;
  readonly word: string;
  readonly size?: 'cell' | 'head';
}

/** A verdict: icon, word and colour together. */
export function ToneMark({ tone, word, size = 'cell' }: Props) {
  const Icon = icons[tone];
  return (
    <span className={styles.mark} data-tone={tone} data-size={size}>
      <Icon size={size === 'head' ? 22 : 14} aria-hidden />
      <span>{word}</span>
    </span>
  );
}
