import { useLocalStorage } from '@mantine/hooks';
import styles from './Report.module.css';

const least = 360;
const most = 760;
const clamp = (width: number): number => Math.min(most, Math.max(least, Math.min(width, window.innerWidth - 460)));

/** The width that a person gave the inspector, kept for the next time. */
export function useInspectorWidth() {
  const [width, setWidth] = useLocalStorage({ key: 'driftglass-inspector', defaultValue: 440, getInitialValueInEffect: false });
  return [clamp(width), setWidth] as const;
}

interface Props {
  readonly width: number;
  readonly setWidth: (width: number) => void;
}

/** The edge between table and inspector: dragged, or moved by arrow keys. */
export function InspectorEdge({ width, setWidth }: Props) {
  const drag = (event: React.PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 1) setWidth(clamp(window.innerWidth - event.clientX));
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? 16 : event.key === 'ArrowRight' ? -16 : 0;
    if (step === 0) return;
    event.preventDefault();
    setWidth(clamp(width + step));
  };
  return (
    <div
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-label="Width of the inspector"
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={onKeyDown}
    />
  );
}
