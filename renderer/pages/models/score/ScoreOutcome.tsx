import { Button } from '@mantine/core';
import { formatBytes, formatShare } from '#shared/text/formatNumber.ts';
import { describeScoring } from '#shared/text/describeScoring.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { host } from '../../../host/currentHost.ts';
import { chooseSources } from '../../../state/compare.ts';
import { navigate } from '../../../state/route.ts';
import { startScoring, type ScoreResult, type Scoring } from '../../../state/scoring.ts';
import { onScreen } from '../mapping.ts';
import styles from '../Models.module.css';
import { AppError } from '#shared/errors/AppError.ts';

interface Props {
  readonly scoring: Scoring;
  /** Back to the form. */
  readonly again: () => void;
}

/** How far a scoring is, or what it gave. */
export function ScoreOutcome({ scoring, again }: Props) {
  const { result, error, request } = scoring;
  if (result !== null) return <Scored result={result} again={again} />;
  if (error === null) return <Running scoring={scoring} />;
  const { code, message, subject } = error;
  return (
    <div className={styles.form}>
      {code === 'E_CANCELLED' ? (
        <p>Cancelled. What was scored already is kept: the same scoring goes on where it was.</p>
      ) : (
        <ErrorNotice error={new AppError(code, onScreen(message), { subject })} doing="Scoring" />
      )}
      <div className={styles.formActions}>
        <Button variant="default" onClick={() => void startScoring(request)}>
          {code === 'E_CANCELLED' ? 'Go on' : 'Retry'}
        </Button>
        <Button onClick={again}>Back to the choices</Button>
      </div>
    </div>
  );
}

function Running({ scoring: { progress, cancel } }: Pick<Props, 'scoring'>) {
  const { share, message } = progress;
  return (
    <div className={styles.form}>
      <div className={styles.progress}>
        <span
          className={styles.track}
          data-unknown={share === null}
          role="progressbar"
          aria-label="Scoring"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        >
          <span className={styles.fill} style={{ width: share === null ? undefined : `${share * 100}%` }} />
        </span>
        <span className={styles.quiet}>{share === null ? '' : formatShare(Math.round(share * 100) / 100).replace('.0', '')}</span>
      </div>
      <p className={styles.soft}>{message === '' ? 'Starting…' : message}</p>
      <div className={styles.formActions}>
        <span className={styles.quiet}>It goes on when this is closed.</span>
        <Button variant="default" onClick={() => cancel?.()}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Scored({ result, again }: { readonly result: ScoreResult; readonly again: () => void }) {
  const [headline = '', ...rest] = describeScoring(result);
  const use = (then: 'data' | null): void => {
    void chooseSources({ current: { path: result.path } });
    if (then !== null) navigate({ page: 'data', query: { side: 'current', view: 'rows' } });
  };
  return (
    <div className={styles.form}>
      <ToneMark tone="good" word={`${headline}.`} />
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={styles.withCopy}>
        <span className={styles.quiet}>{formatBytes(result.bytes)} in</span>
        <MiddleText text={result.path} mono />
        <CopyButton text={result.path} what="the path" />
      </p>
      <div className={styles.formActions}>
        <Button variant="default" onClick={again}>
          Score again…
        </Button>
        {host.kind === 'desktop' && (
          <Button variant="default" onClick={() => void host.reveal(result.path)}>
            Show it in its folder
          </Button>
        )}
        <Button onClick={() => use('data')}>Use as the current data</Button>
      </div>
    </div>
  );
}
