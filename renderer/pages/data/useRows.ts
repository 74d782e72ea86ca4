import { useCallback, useEffect, useRef, useState } from 'react';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../../client/engine.ts';
import { asAppError } from '../../client/useCall.ts';

export type TextRow = readonly (string | null)[];

export interface Rows {
  /** null until the first page is there. */
  readonly count: number | null;
  readonly error: AppError | null;
  rowAt(index: number): TextRow | null;
  /** Reads the pages that hold these rows, unless they are there or on their way. */
  want(first: number, last: number): void;
  retry(): void;
}

export const pageSize = 200;
const keepAtMost = 30;

/** Rows of a data set, read by pages as they come into view. */
export function useRows(source: DataSource, where: string | null): Rows {
  const pages = useRef(new Map<number, readonly TextRow[] | null>());
  const [state, setState] = useState<{ count: number | null; error: AppError | null; version: number }>({
    count: null,
    error: null,
    version: 0,
  });
  const generation = useRef(0);

  const read = useCallback(
    (page: number): void => {
      const asked = generation.current;
      pages.current.set(page, null);
      client.datasets.page({ source, offset: page * pageSize, limit: pageSize, where }).then(
        ({ rows, numberOfRows }) => {
          if (asked !== generation.current) return;
          pages.current.set(page, rows);
          for (const key of pages.current.keys()) {
            if (pages.current.size <= keepAtMost) break;
            if (Math.abs(key - page) > 2) pages.current.delete(key);
          }
          setState(({ version }) => ({ count: numberOfRows, error: null, version: version + 1 }));
        },
        (error: unknown) => {
          if (asked !== generation.current) return;
          pages.current.delete(page);
          setState((before) => ({ ...before, error: asAppError(error) }));
        },
      );
    },
    [source, where],
  );

  const restart = useCallback((): void => {
    generation.current += 1;
    pages.current.clear();
    setState(({ version }) => ({ count: null, error: null, version: version + 1 }));
    read(0);
  }, [read]);
  useEffect(restart, [restart]);

  const want = useCallback(
    (first: number, last: number): void => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        if (!pages.current.has(page)) read(page);
      }
    },
    [read],
  );
  const rowAt = (index: number): TextRow | null => pages.current.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;
  return { count: state.count, error: state.error, rowAt, want, retry: restart };
}
