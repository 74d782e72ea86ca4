import { Autocomplete, Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ScoringSettings } from '#shared/domain/model.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { asAppError } from '../../../client/useCall.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { registerModel, useRegisteredModels } from '../../../state/registry.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { baseName, useSide } from '../../../state/sides.ts';
import styles from '../Models.module.css';
import { nameFor } from './registryView.ts';

interface Props {
  readonly path: string;
  readonly scoring: ScoringSettings;
}

/** Keeps a model file as the next version of a model of the workspace. */
export function RegisterDialog({ path, scoring }: Props) {
  const { query } = useRoute();
  const opened = query['register'] === 'yes';
  return (
    <Modal opened={opened} onClose={() => changeQuery({ register: '' })} title={`Register ${baseName(path)}`} size={560}>
      {opened && <RegisterForm path={path} scoring={scoring} />}
    </Modal>
  );
}

function RegisterForm({ path, scoring }: Props) {
  const known = useRegisteredModels().data ?? [];
  const reference = useSide('reference');
  const [name, setName] = useState(nameFor(baseName(path)));
  const [why, setWhy] = useState('');
  const [withReference, setWithReference] = useState(reference.source !== null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const same = known.find((each) => each.name === name.trim());
  const register = async (): Promise<void> => {
    setBusy(true);
    try {
      await registerModel({ name: name.trim(), path, scoring, why: why.trim(), reference: withReference ? reference.source : null });
    } catch (failure) {
      setError(asAppError(failure));
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && name.trim() !== '') void register();
      }}
    >
      {error !== null && <ErrorNotice error={error} doing="Registering the model" dismiss={() => setError(null)} />}
      <p className={styles.soft}>
        A copy of the file is kept in the workspace under its hash, with how its columns are filled. What happens to it from then on is
        written into a history that only grows.
      </p>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="register-name">
          Name
        </label>
        <div>
          <Autocomplete id="register-name" size="xs" value={name} onChange={setName} data={known.map((each) => each.name)} data-autofocus />
          <p className={styles.explains}>
            {same === undefined ? 'A new model; this becomes its version 1.' : `This becomes version ${same.latest + 1} of ${same.name}.`}
          </p>
        </div>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="register-why">
          Why
        </label>
        <TextInput id="register-why" placeholder="for the history" value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      </div>
      {reference.source !== null && (
        <div className={styles.field}>
          <span />
          <Checkbox
            label={`${reference.name} is its reference: keep where the data lie and their hashes`}
            checked={withReference}
            onChange={(event) => setWithReference(event.currentTarget.checked)}
          />
        </div>
      )}
      <div className={styles.formActions}>
        <Button variant="default" onClick={() => changeQuery({ register: '' })}>
          Close
        </Button>
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          Register
        </Button>
      </div>
    </form>
  );
}
