import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { takeFiles } from '../state/pickData.ts';
import styles from './DropEverywhere.module.css';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped on any part of the window; a place of its own (a drop zone) takes them first. */
export function DropEverywhere() {
  const dragging = useFileDrag();
  if (!dragging) return null;
  return (
    <div className={styles.veil} aria-hidden>
      <div className={styles.sign}>
        <IconFileDownload size={20} /> Drop data, one file or two, or a model: the roles are guessed and can be swapped
      </div>
    </div>
  );
}

function useFileDrag(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setDragging(true);
    };
    const leave = (): void => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setDragging(false);
    };
    const over = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setDragging(false);
      if (!carriesFiles(event)) return;
      const taken = event.defaultPrevented;
      event.preventDefault();
      if (!taken) void takeFiles([...(event.dataTransfer?.files ?? [])], null);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners)) window.removeEventListener(type, listener as EventListener);
    };
  }, []);
  return dragging;
}
