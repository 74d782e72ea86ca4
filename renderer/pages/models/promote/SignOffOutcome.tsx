import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { GateCheck } from '#shared/domain/gate.ts';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { changeQuery } from '../../../state/route.ts';
import styles from '../Models.module.css';
import { GateChecks } from '../registry/GateChecks.tsx';
import type { SignedOff } from './useSignOff.ts';

const isBad = ({ status }: GateCheck): boolean => status === 'fail' || status === 'error';

function headline({ outcome, became }: SignedOff): { tone: 'good' | 'attention' | 'broken'; word: string } {
  const failed = `${outcome.checks.filter(isBad).length} of ${outcome.checks.length} checks failed`;
  if (became === 'promoted') return { tone: 'good', word: 'Promoted: every check passed' };
  if (became === 'overridden') return { tone: 'attention', word: 'Promoted although it failed; the reason is in the history' };
  if (became === 'refused') return { tone: 'broken', word: `Refused: the alias is where it was; ${failed}` };
  return outcome.passed ? { tone: 'good', word: 'It would pass' } : { tone: 'broken', word: `It would be refused: ${failed}` };
}

/** What the gate found, the checks that did not pass first. */
export function SignOffOutcome({ result }: { readonly result: SignedOff }) {
  const { checks } = result.outcome;
  return (
    <section aria-label="What the gate found" role="status">
      <p className={styles.withCopy}>
        <ToneMark {...headline(result)} />
        <span className={styles.spring} />
        {result.became !== 'asked' && (
          <Button size="compact-xs" variant="default" onClick={() => changeQuery({ promote: '', view: 'history' })}>
            Show it in the history
          </Button>
        )}
      </p>
      <GateChecks checks={[...checks.filter(isBad), ...checks.filter((check) => !isBad(check))]} />
    </section>
  );
}

interface OverrideProps {
  readonly busy: boolean;
  readonly promoteAll: (why: string) => void;
}

/** Promotes what was refused, with a reason for the history. */
export function Override({ busy, promoteAll }: OverrideProps) {
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
