import { Autocomplete, Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import type { GateOutcome } from '#shared/domain/gate.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { asAppError } from '../../../client/useCall.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { askGate, promote } from '../../../state/promote.ts';
import type { RegisteredDetail } from '../../../state/registry.ts';
import { changeQuery } from '../../../state/route.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from '../Models.module.css';
import { GateChecks } from '../registry/GateChecks.tsx';
import { firstGate } from './gateText.ts';

interface Props {
  readonly detail: RegisteredDetail;
  readonly version: ModelVersion;
}

/** What came of it: only asked, promoted, refused, or promoted although it failed. */
interface Result {
  readonly outcome: GateOutcome;
  readonly became: 'asked' | 'promoted' | 'refused' | 'overridden';
}

export function PromoteForm({ detail, version }: Props) {
  const kept = useWorkbench((state) => state.workspace?.gate ?? '');
  const target = useWorkbench((state) => state.workspace?.settings.roles.target ?? null);
  const [alias, setAlias] = useState('champion');
  const [gate, setGate] = useState(kept === '' ? firstGate(target) : kept);
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const holder = detail.aliases.find((each) => each.alias === alias.trim());
  const asked = { name: detail.name, version: version.version, alias: alias.trim(), gate };
  const attempt = async (work: () => Promise<Result>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setResult(await work());
    } catch (failure) {
      setError(asAppError(failure));
    } finally {
      setBusy(false);
    }
  };
  const decide = (override: string | null) => async (): Promise<Result> => {
    const { outcome, promoted, overridden } = await promote(asked, override);
    return { outcome, became: overridden ? 'overridden' : promoted ? 'promoted' : 'refused' };
  };
  return (
    <div className={styles.form}>
      {error !== null && <ErrorNotice error={error} doing="Asking the gate" dismiss={() => setError(null)} />}
      <div className={styles.field}>
        <label className={styles.label} htmlFor="promote-alias">
          To
        </label>
        <div>
          <Autocomplete id="promote-alias" size="xs" maw={240} value={alias} onChange={setAlias} data={['champion', 'challenger']} />
          <p className={styles.explains}>
            {holder === undefined ? 'Nobody has it now.' : `In place of version ${holder.version}; one step leads back to it.`}
          </p>
        </div>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor="promote-gate">
          Gate
        </label>
        <Textarea
          id="promote-gate"
          autosize
          minRows={6}
          maxRows={14}
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }}
          description="YAML, kept in the workspace. It is asked on the reference and current data chosen above; a suite file it names is that of the workspace."
          inputWrapperOrder={['input', 'description']}
          value={gate}
          onChange={(event) => setGate(event.currentTarget.value)}
          spellCheck={false}
        />
      </div>
      {result !== null && <Outcome result={result} />}
      {result?.became === 'refused' && <Override busy={busy} promoteAll={(why) => void attempt(decide(why))} />}
      <div className={styles.formActions}>
        <Button variant="default" onClick={() => changeQuery({ promote: '' })}>
          Close
        </Button>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void attempt(async () => ({ outcome: await askGate(asked), became: 'asked' }))}
        >
          Only ask
        </Button>
        <Button loading={busy} disabled={asked.alias === ''} onClick={() => void attempt(decide(null))}>
          Promote
        </Button>
      </div>
    </div>
  );
}

function headline({ outcome, became }: Result): { tone: 'good' | 'attention' | 'broken'; word: string } {
  if (became === 'promoted') return { tone: 'good', word: 'Promoted: every check passed' };
  if (became === 'overridden') return { tone: 'attention', word: 'Promoted although it failed; the reason is in the history' };
  const word = became === 'refused' ? 'Refused: the alias is where it was' : outcome.passed ? 'It would pass' : 'It would be refused';
  return { tone: outcome.passed ? 'good' : 'broken', word };
}

function Outcome({ result }: { readonly result: Result }) {
  return (
    <section aria-label="What the gate found" role="status">
      <p>
        <ToneMark {...headline(result)} />
      </p>
      <GateChecks checks={result.outcome.checks} />
    </section>
  );
}

function Override({ busy, promoteAll }: { readonly busy: boolean; readonly promoteAll: (why: string) => void }) {
  const [why, setWhy] = useState('');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor="promote-override">
        All the same
      </label>
      <div className={styles.withCopy}>
        <TextInput
          id="promote-override"
          flex={1}
          placeholder="the reason, for the history"
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button color="red" variant="light" disabled={why.trim() === '' || busy} onClick={() => promoteAll(why.trim())}>
          Promote all the same
        </Button>
      </div>
    </div>
  );
}
