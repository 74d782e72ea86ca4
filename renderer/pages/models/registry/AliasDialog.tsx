import { Autocomplete, Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { asAppError } from '../../../client/useCall.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { removeAlias, setAlias, type RegisteredDetail } from '../../../state/registry.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import styles from '../Models.module.css';

interface Props {
  readonly detail: RegisteredDetail;
  readonly version: ModelVersion;
}

/** Points an alias to the version on view, with a reason for the history. */
export function AliasDialog({ detail, version }: Props) {
  const { query } = useRoute();
  const opened = (query['alias'] ?? '') !== '';
  return (
    <Modal
      opened={opened}
      onClose={() => changeQuery({ alias: '' })}
      title={`An alias for version ${version.version} of ${detail.name}`}
      size={520}
    >
      {opened && <AliasForm detail={detail} version={version} first={query['alias'] ?? ''} />}
    </Modal>
  );
}

function AliasForm({ detail, version, first }: Props & { readonly first: string }) {
  const [alias, setName] = useState(first);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const holder = detail.aliases.find((each) => each.alias === alias.trim()) ?? null;
  const close = (): void => changeQuery({ alias: '' });
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      close();
    } catch (failure) {
      setError(asAppError(failure));
    }
  };
  const change = { name: detail.name, alias: alias.trim(), version: version.version, why: why.trim() };
  const incomplete = change.alias === '' || change.why === '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!incomplete) void attempt(() => setAlias(change, holder?.version ?? null));
      }}
    >
      {error !== null && <ErrorNotice error={error} doing="Setting the alias" dismiss={() => setError(null)} />}
      <div className={styles.field}>
        <label className={styles.label} htmlFor="alias-name">
          Alias
        </label>
        <div>
          <Autocomplete
            id="alias-name"
            size="xs"
            value={alias}
            onChange={setName}
            data={[...new Set(['champion', 'challenger', ...detail.aliases.map((each) => each.alias)])]}
          />
          <p className={styles.explains}>
            {holder === null
              ? 'Nobody has it now.'
              : holder.version === version.version
                ? 'This version has it already.'
                : `Version ${holder.version} has it now; one step leads back to it.`}
          </p>
        </div>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="alias-why">
          Why
        </label>
        <Textarea
          id="alias-why"
          autosize
          minRows={2}
          placeholder="for the history"
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          data-autofocus
        />
      </div>
      <div className={styles.formActions}>
        {holder !== null && holder.version === version.version && (
          <Button
            variant="default"
            disabled={change.why === ''}
            onClick={() => void attempt(() => removeAlias(detail.name, change.alias, change.why))}
          >
            Take it away
          </Button>
        )}
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button type="submit" disabled={incomplete || holder?.version === version.version}>
          Set the alias
        </Button>
      </div>
    </form>
  );
}
