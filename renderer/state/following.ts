import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/domain/progress.ts';
import { runJob } from './jobs.ts';

/** Who is told how far a job is, and may stop it. */
export interface Follower {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Following {
  /** null: nothing runs. */
  readonly progress: Progress | null;
  readonly cancel: () => void;
  /** Runs work whose progress is to be shown here. */
  readonly follow: <T>(work: (follower: Follower) => Promise<T>) => Promise<T>;
}

/** Runs a job of the status bar that a follower is told of, too. */
export function runFollowed<T>(title: string, follower: Follower, work: (context: Follower) => Promise<T>): Promise<T> {
  const told = ({ signal, onProgress }: Follower): Promise<T> =>
    work({
      signal,
      onProgress: (progress) => {
        onProgress(progress);
        follower.onProgress(progress);
      },
    });
  return runJob(title, told, follower.signal);
}

/** Follows one job at a time where it was started; it is stopped when that is left. */
export function useFollowing(): Following {
  const [progress, setProgress] = useState<Progress | null>(null);
  const controller = useRef<AbortController | null>(null);
  const cancel = useCallback(() => controller.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const follow: Following['follow'] = async (work) => {
    const mine = new AbortController();
    controller.current = mine;
    setProgress({ share: null, message: '' });
    try {
      return await work({ signal: mine.signal, onProgress: setProgress });
    } finally {
      setProgress(null);
    }
  };
  return { progress, cancel, follow };
}
