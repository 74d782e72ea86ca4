import styles from './MiddleText.module.css';

interface Props {
  readonly text: string;
  readonly mono?: boolean;
}

const tailLength = 9;
const splitAbove = 20;

/** A name that gives way in its middle when there is no room, so that both ends stay readable. */
export function MiddleText({ text, mono = false }: Props) {
  const points = Array.from(text);
  const className = mono ? `${styles.text} ${styles.mono}` : styles.text;
  if (points.length <= splitAbove) return <span className={className}>{text}</span>;
  return (
    <span className={className} title={text}>
      <span className={styles.whole}>{text}</span>
      <span className={styles.head} aria-hidden>
        {points.slice(0, -tailLength).join('')}
      </span>
      <span className={styles.tail} aria-hidden>
        {points.slice(-tailLength).join('')}
      </span>
    </span>
  );
}
