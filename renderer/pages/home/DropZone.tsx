import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Side } from '#shared/domain/dataset.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { SideMark } from '../../components/SideMark.tsx';
import { host } from '../../host/currentHost.ts';
import { pickFor, takeFiles } from '../../state/pickData.ts';
import { navigate, useRoute } from '../../state/route.ts';
import { sideLabels, useSide } from '../../state/sides.ts';
import { chooseSources } from '../../state/compare.ts';
import { inspect, type Inspection } from '../../state/workbench.ts';
import styles from './Home.module.css';

const purposes: Readonly<Record<Side, string>> = {
  reference: 'What is normal: training data, or a good period.',
  current: 'What the model sees now.',
};

/** The place of one data set: drop it, choose it, or type where it is. */
export function DropZone({ side }: { readonly side: Side }) {
  const [over, setOver] = useState(false);
  const { source } = useSide(side);
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void takeFiles([...event.dataTransfer.files], side);
  };
  return (
    <section
      className={styles.zone}
      data-side={side}
      data-over={over}
      aria-label={`${sideLabels[side]} data`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 className={styles.zoneTitle}>
        <SideMark side={side} /> {sideLabels[side]}
      </h2>
      {source === null ? <p className={styles.purpose}>{purposes[side]} Drop a file here.</p> : <Chosen side={side} />}
      <div className={styles.zoneActions}>
        <Button variant="default" onClick={() => void pickFor(side, false)}>
          {source === null ? 'Choose a file…' : 'Another file…'}
        </Button>
        {host.kind === 'desktop' && (
          <Button variant="default" onClick={() => void pickFor(side, true)}>
            Folder…
          </Button>
        )}
        <PathField side={side} />
      </div>
    </section>
  );
}

function Chosen({ side }: { readonly side: Side }) {
  const { source, name, inspection } = useSide(side);
  if (source === null) return null;
  return (
    <div className={styles.chosen}>
      <p className={styles.chosenName}>
        <strong>
          <MiddleText text={name} />
        </strong>
        <Tooltip label="Take it away">
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={`Take away the ${side} data`}
            onClick={() => void chooseSources({ [side]: null })}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </p>
      <p className={styles.path}>
        <MiddleText text={source.path} mono />
      </p>
      <Known inspection={inspection} retry={() => void inspect(source)} />
    </div>
  );
}

function Known({ inspection, retry }: { readonly inspection: Inspection | null; readonly retry: () => void }) {
  if (inspection === null || inspection.status === 'reading') return <p className={styles.known}>Reading…</p>;
  if (inspection.status === 'failed') {
    const { entry, message, code } = inspection.error;
    return (
      <div className={styles.failed} role="alert">
        <strong>▲ {entry.title}.</strong> {message} {entry.wayOut} <code>{code}</code>{' '}
        <Button size="compact-xs" variant="subtle" color="red" onClick={retry}>
          Retry
        </Button>
      </div>
    );
  }
  const { numberOfRows, numberOfColumns, files, format } = inspection.info.summary;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = files.length === 1 ? '' : `${formatCount(files.length)} files, `;
  return (
    <p className={styles.known}>
      {formatCount(numberOfRows)} rows · {formatCount(numberOfColumns)} columns · {count}
      {formatBytes(bytes)} {format}
    </p>
  );
}

function PathField({ side }: { readonly side: Side }) {
  const { query } = useRoute();
  const [path, setPath] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = query['type'] === side;
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  const take = (event: React.FormEvent): void => {
    event.preventDefault();
    if (path.trim() === '') return;
    void chooseSources({ [side]: { path: path.trim() } });
    setPath('');
  };
  return (
    <form className={styles.pathForm} onSubmit={take}>
      <TextInput
        ref={field}
        aria-label={`Path of the ${side} data`}
        placeholder="or type a path, folder or pattern (data/2021-*.parquet)"
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        onBlur={() => wanted && navigate({ page: 'home' }, { replace: true })}
        spellCheck={false}
      />
    </form>
  );
}
