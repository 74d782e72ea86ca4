import { Button } from '@mantine/core';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { navigate } from '../../../state/route.ts';
import { startTraining, makeModelAndReference, type TrainResult, type Training } from '../../../state/training.ts';
import models from '../Models.module.css';
import styles from './Train.module.css';
import { trainedWords } from './trainWords.ts';

interface Props {
  readonly training: Training;
  /** Back to the form. */
  readonly again: () => void;
}

/** How far a training is, or what it gave. */
export function TrainOutcome({ training, again }: Props) {
  const { request, result, error } = training;
  if (result !== null) return <Trained training={{ request, result }} again={again} />;
  if (error === null) return <Running training={training} />;
  return (
    <div className={models.form}>
      {error.code === 'E_CANCELLED' ? <p>Cancelled. Nothing was written.</p> : <ErrorNotice error={error} doing="Training" />}
      <div className={models.formActions}>
        <Button variant="default" onClick={() => void startTraining(request)}>
          Retry
        </Button>
        <Button onClick={again}>Back to the choices</Button>
      </div>
    </div>
  );
}

function Running({ training: { progress, cancel } }: Pick<Props, 'training'>) {
  const { share, message } = progress;
  return (
    <div className={models.form}>
      <div className={models.progress}>
        <span
          className={models.track}
          data-unknown={share === null}
          role="progressbar"
          aria-label="Training"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        >
          <span className={models.fill} style={{ width: share === null ? undefined : `${share * 100}%` }} />
        </span>
        <span className={models.quiet}>{share === null ? '' : formatShare(Math.round(share * 100) / 100).replace('.0', '')}</span>
      </div>
      <p className={models.soft}>{message === '' ? 'Starting…' : message}</p>
      <div className={models.formActions}>
        <span className={models.quiet}>It goes on when this is closed.</span>
        <Button variant="default" onClick={() => cancel?.()}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

interface TrainedProps {
  readonly training: { readonly request: Training['request']; readonly result: TrainResult };
  readonly again: () => void;
}

function Trained({ training, again }: TrainedProps) {
  const { result } = training;
  const { kind, target, features, notes, path } = result;
  const open = (query: Record<string, string>): void => navigate({ page: 'models', query: { file: path, ...query } });
  const count = `${formatCount(features.length)} ${features.length === 1 ? 'feature' : 'features'}`;
  return (
    <div className={models.form}>
      <ToneMark tone="good" word={`${trainedWords[kind]} model of ${target}, trained on ${count}.`} />
      <MetricTable result={result} />
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div>
        {[path, result.card, result.referenceData].map((file) => (
          <p key={file} className={models.withCopy}>
            <MiddleText text={file} mono />
            <CopyButton text={file} what="the path" />
          </p>
        ))}
      </div>
      <div className={models.formActions}>
        <Button variant="default" onClick={again}>
          Train again…
        </Button>
        <Button variant="default" onClick={() => open({ register: 'yes' })}>
          Register…
        </Button>
        <Button variant="default" onClick={() => void makeModelAndReference(training)}>
          Use as model and reference
        </Button>
        <Button onClick={() => open({})}>Open model</Button>
      </div>
    </div>
  );
}

function MetricTable({ result }: { readonly result: TrainResult }) {
  const ids = Object.keys(result.train).filter((id) => id !== 'rows');
  const sides = ['train', 'reference'] as const;
  const cell = (side: (typeof sides)[number], id: string): string => {
    const value = result[side][id] ?? null;
    if (value !== null) return metricName(id).asShare ? formatShare(value) : formatNumber(value);
    const reason = result.reasons[side][id];
    return reason === undefined ? '–' : absenceWords[reason];
  };
  return (
    <table className={styles.table} aria-label="How well it does">
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Learned from</th>
          <th scope="col">Held out</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Rows</th>
          {sides.map((side) => (
            <td key={side}>{formatCount(result[side]['rows'] ?? 0)}</td>
          ))}
        </tr>
        {ids.map((id) => (
          <tr key={id}>
            <th scope="row">{metricName(id).short}</th>
            {sides.map((side) => (
              <td key={side}>{cell(side, id)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
