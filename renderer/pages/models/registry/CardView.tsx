import { Button, Textarea } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../../../client/engine.ts';
import { asAppError } from '../../../client/useCall.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { noteRegistryChange, useRegistryCall } from '../../../state/registry.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { showToast } from '../../../state/toasts.ts';
import type { DetailProps } from '../modelView.ts';
import { CardBody } from './CardBody.tsx';
import styles from './Registry.module.css';

const firstCard = (features: readonly string[]): string => `purpose: What it is for, and what it is not for.
owner: Who answers for it
${features.length === 0 ? '' : `features: [${features.map((name) => JSON.stringify(name)).join(', ')}]\n`}limits:
  - Where it is not to be trusted.
`;

/** The model card of the version on view: read, or edited as text. */
export function CardView({ subject: { registered }, found }: DetailProps) {
  const { query } = useRoute();
  const { name, version } = { name: registered?.detail.name ?? '', version: registered?.version.version ?? 1 };
  const { data, error, retry } = useRegistryCall(`card of ${name}@${version}`, (signal) =>
    client.registry.readCard({ name, version }, { signal }),
  );
  if (error !== null) return <ErrorNotice error={error} doing="Reading the card" retry={retry} />;
  if (data === null) return null;
  if (query['edit'] === 'yes') {
    const features = found.fit?.mapped.flatMap(({ columns }) => columns) ?? [];
    return <CardEditor name={name} version={version} first={data.text ?? firstCard(features)} path={data.path} />;
  }
  const edit = (
    <Button variant="default" leftSection={<IconPencil size={14} />} onClick={() => changeQuery({ edit: 'yes' })}>
      {data.text === null ? 'Write the card' : 'Edit the card'}
    </Button>
  );
  if (data.text === null) {
    return (
      <EmptyState
        title="This version has no card yet"
        text="A card says what the model is for, what it was trained on, how well it does, and where it is not to be trusted."
      >
        {edit}
      </EmptyState>
    );
  }
  return (
    <div className={styles.pad}>
      <div className={styles.cardHead}>
        <span className={styles.quiet}>
          {data.path}
          {data.changedByHand && ' · the file was edited outside the registry'}
        </span>
        {edit}
      </div>
      {data.problem !== null && (
        <p className={styles.problem} role="alert">
          The file is no card: {data.problem}
        </p>
      )}
      {data.card === null ? <pre className={styles.cardText}>{data.text}</pre> : <CardBody card={data.card} />}
    </div>
  );
}

interface EditorProps {
  readonly name: string;
  readonly version: number;
  readonly first: string;
  readonly path: string;
}

function CardEditor({ name, version, first, path }: EditorProps) {
  const [text, setText] = useState(first);
  const [error, setError] = useState<AppError | null>(null);
  const save = async (): Promise<void> => {
    try {
      await client.registry.writeCard({ name, version, text });
      noteRegistryChange();
      changeQuery({ edit: '' });
      showToast('The card is kept.', { tone: 'good' });
    } catch (failure) {
      setError(asAppError(failure));
    }
  };
  return (
    <div className={styles.editor}>
      {error !== null && <ErrorNotice error={error} doing="Saving the card" dismiss={() => setError(null)} />}
      <Textarea
        aria-label="Card as YAML"
        classNames={{ root: styles.editorField, wrapper: styles.editorField, input: styles.editorInput }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
      />
      <div className={styles.editorActions}>
        <Button onClick={() => void save()}>Save the card</Button>
        <Button variant="default" onClick={() => changeQuery({ edit: '' })}>
          Leave as it was
        </Button>
        <span className={styles.quiet}>{path}</span>
      </div>
    </div>
  );
}
