import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import type { Client } from '#shared/contract/index.ts';
import type { Replay } from '#shared/domain/modelComparison.ts';
import { modelTitle, rateWords, replayCells, replayHeads, replayMetric } from '#shared/text/describeModelComparison.ts';
import { asAppError } from '../../../client/useCall.ts';
import { client } from '../../../client/engine.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { runFollowed, useFollowing } from '../../../state/following.ts';
import { RunningLine } from '../RunningLine.tsx';
import styles from '../registry/Registry.module.css';

type Request = Parameters<Client['registry']['replay']>[0];

/** Replays made in this window, by what was asked. */
const made = new Map<string, Replay>();

/** The history as each of two versions makes it: every file of the data scored by itself. */
export function Replayed({ request }: { readonly request: Request }) {
  const { progress, cancel, follow } = useFollowing();
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: AppError } | null>(null);
  const key = JSON.stringify(request);
  const found = made.get(key) ?? null;
  const run = async (): Promise<void> => {
    setFailed(null);
    try {
      const work = (follower: Parameters<Parameters<typeof follow>[0]>[0]): Promise<Replay> =>
        runFollowed('Scoring the history anew', follower, (context) => client.registry.replay(request, context));
      made.set(key, await follow(work));
    } catch (error) {
      const failure = asAppError(error);
      if (failure.code !== 'E_CANCELLED') setFailed({ key, error: failure });
    }
  };
  return (
    <section aria-label="File by file">
      <div className={styles.holder}>
        <h2 className={styles.heading}>File by file</h2>
        <Button variant="default" size="xs" disabled={progress !== null} onClick={() => void run()}>
          Score the history anew
        </Button>
      </div>
      {progress !== null && <RunningLine label="Scoring the history anew" progress={progress} cancel={cancel} />}
      {failed?.key === key && <ErrorNotice error={failed.error} doing="Scoring the history anew" retry={() => void run()} />}
      {found === null ? (
        <p className={styles.quiet}>Each file of the data by itself, as either version would have predicted it at the time.</p>
      ) : (
        <Files found={found} />
      )}
    </section>
  );
}

function Files({ found }: { readonly found: Replay }) {
  const metric = replayMetric(found);
  const heads = replayHeads(metric);
  const { champion, challenger } = found;
  return (
    <>
      <p className={styles.quiet}>
        {`Champion: ${modelTitle(champion)}, ${rateWords(champion)}. Challenger: ${modelTitle(challenger)}, ${rateWords(challenger)}.`}
      </p>
      <div className={styles.tableFrame} role="group" aria-label="Both versions file by file" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head, column) => (
                <th key={column} scope="col" className={column === 0 ? undefined : styles.right}>
                  {`${head.charAt(0).toUpperCase()}${head.slice(1)}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {replayCells(found, metric).map(([name, ...cells], row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  <td key={column} className={styles.right}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
