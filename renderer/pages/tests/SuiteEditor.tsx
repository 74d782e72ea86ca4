import { Button, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../../client/engine.ts';
import { asAppError } from '../../client/useCall.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { changeQuery } from '../../state/route.ts';
import { useSuiteFile, writeSuiteFile } from '../../state/suites.ts';
import { reportFailure } from '../../state/workbench.ts';
import styles from './Tests.module.css';
import { ownSuite, usualPresets } from './testsView.ts';

const firstText = `# The suite of this workspace. Presets derive their conditions from the reference of each run.
presets: [${usualPresets.join(', ')}]
checks: []
`;

/** The suite file of the workspace as text: what is written here is the file, comments and all. */
export function SuiteEditor({ report }: { readonly report: string | null }) {
  const { text: kept, path } = useSuiteFile();
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => setText((before) => before ?? (kept === undefined ? null : (kept ?? firstText))), [kept]);
  const close = (): void => changeQuery({ edit: '' });
  const save = async (): Promise<void> => {
    try {
      await writeSuiteFile(text ?? '');
      changeQuery({ edit: '', suite: ownSuite, check: '' });
    } catch (failure) {
      setError(asAppError(failure));
    }
  };
  const freeze = async (): Promise<void> => {
    try {
      const { text: frozen } = await client.suites.freeze({ report: report ?? '', suite: text, presets: [] });
      setText(frozen);
      setError(null);
    } catch (failure) {
      const known = asAppError(failure);
      if (known.code === 'E_SUITE_INVALID' || known.code === 'E_COLUMN_UNKNOWN') setError(known);
      else reportFailure('Writing out the conditions', failure, null);
    }
  };
  return (
    <div className={styles.editor}>
      <h1 className={styles.editorTitle}>Suite of the workspace</h1>
      <p className={styles.quiet}>{path === '' ? 'Kept until the workbench is closed.' : path}</p>
      {error !== null && <ErrorNotice error={error} doing="Saving the suite" dismiss={() => setError(null)} />}
      <Textarea
        aria-label="Suite as YAML"
        classNames={{ root: styles.editorField, wrapper: styles.editorField, input: styles.editorInput }}
        value={text ?? ''}
        onChange={(event) => setText(event.currentTarget.value)}
        spellCheck={false}
      />
      <div className={styles.editorActions}>
        <Button onClick={() => void save()}>Save and test</Button>
        <Button variant="default" onClick={close}>
          Leave as it was
        </Button>
        {report !== null && (
          <Button variant="default" onClick={() => void freeze()}>
            Write out every condition
          </Button>
        )}
      </div>
    </div>
  );
}
