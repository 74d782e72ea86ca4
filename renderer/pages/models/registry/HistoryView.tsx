import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AliasHolder, RegistryEvent } from '#shared/domain/registry.ts';
import { describeEvent, describeHolder } from '#shared/text/describeRegistry.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { client } from '../../../client/engine.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { rollBack, useRegistryCall, versionRoute } from '../../../state/registry.ts';
import { changeQuery, formatRoute, useRoute } from '../../../state/route.ts';
import type { DetailProps } from '../modelView.ts';
import { GateChecks } from './GateChecks.tsx';
import styles from './Registry.module.css';
import { eventTone, eventVersion, eventWord } from './registryView.ts';

/** What happened to the model, the latest first: who did what when, and why. */
export function HistoryView({ subject: { registered } }: DetailProps) {
  const name = registered?.detail.name ?? '';
  const { data, error, retry } = useRegistryCall(`history of ${name}`, (signal) => client.registry.history({ name }, { signal }));
  if (registered === null) return null;
  return (
    <div className={styles.pad}>
      <HolderOn name={name} />
      {registered.detail.aliases.map(({ alias, version, since }) => (
        <p key={alias} className={styles.holder}>
          <strong>{alias}</strong> is version {version} since {formatTime(since)}.
          <Button size="compact-xs" variant="default" onClick={() => void rollBack(name, alias)}>
            Roll {alias} back one step
          </Button>
        </p>
      ))}
      {error !== null && <ErrorNotice error={error} doing="Reading the history" retry={retry} />}
      {data !== null && (
        <ol className={styles.events} aria-label="History">
          {data.toReversed().map((event) => (
            <EventLine key={event.sequence} event={event} />
          ))}
        </ol>
      )}
    </div>
  );
}

function EventLine({ event }: { readonly event: RegistryEvent }) {
  const version = eventVersion(event);
  const sentence = describeEvent(event);
  return (
    <li className={styles.event}>
      <time className={styles.eventTime} dateTime={event.at} title={event.at}>
        {formatTime(event.at)}
      </time>
      <ToneMark tone={eventTone(event)} word={eventWord(event)} />
      <div className={styles.eventBody}>
        <p>
          {`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}, by ${event.by}.`}{' '}
          {version !== null && (
            <a href={formatRoute({ ...versionRoute(event.model, version), page: 'models' })} aria-label={`Show version ${version}`}>
              Show it
            </a>
          )}
        </p>
        {event.why !== '' && <p className={styles.why}>“{event.why}”</p>}
        {'outcome' in event && (
          <details>
            <summary>What the gate found</summary>
            <GateChecks checks={event.outcome.checks} />
          </details>
        )}
      </div>
    </li>
  );
}

/** Who held an alias on a day. */
function HolderOn({ name }: { readonly name: string }) {
  const { query } = useRoute();
  const day = query['day'] ?? '';
  const [alias, setAlias] = useState('champion');
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const { data, error } = useRegistryCall(asked ? `${alias} of ${name} on ${day}` : null, (signal) =>
    client.registry.at({ name, alias, time: day }, { signal }),
  );
  return (
    <div className={styles.holderOn}>
      <span>Who was</span>
      <TextInput aria-label="Alias" value={alias} onChange={(event) => setAlias(event.currentTarget.value)} w={120} />
      <span>on</span>
      <TextInput type="date" aria-label="Day" value={day} onChange={(event) => changeQuery({ day: event.currentTarget.value })} w={150} />
      <div className={styles.answer} role="status" aria-label="Answer">
        <ul>
          {error !== null && <li>{error.message}</li>}
          {error === null && data !== null && data.holders.map((holder) => <HolderLine key={holder.since ?? ''} holder={holder} />)}
        </ul>
      </div>
    </div>
  );
}

function HolderLine({ holder }: { readonly holder: AliasHolder }) {
  const sentence = describeHolder(holder, formatTime);
  return <li>{`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`}</li>;
}
