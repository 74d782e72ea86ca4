import { Autocomplete, Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Side } from '#shared/domain/dataset.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import type { RegisteredDetail } from '../../../state/registry.ts';
import { changeQuery } from '../../../state/route.ts';
import { bothSides, sideLabels } from '../../../state/sides.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from '../Models.module.css';
import { RunningLine } from '../RunningLine.tsx';
import { useInspectedModel } from '../useInspectedModel.ts';
import { firstGate } from './firstGate.ts';
import { Override, SignOffOutcome } from './SignOffOutcome.tsx';
import { useSignOff } from './useSignOff.ts';

interface Props {
  readonly detail: RegisteredDetail;
  readonly version: ModelVersion;
  readonly choose: (version: number) => void;
}

type Paths = Readonly<Record<Side, string>>;

const source = (path: string): { path: string } | null => (path.trim() === '' ? null : { path: path.trim() });

/** Which version, to which alias, through which gate, on which data; and what came of it. */
export function PromoteForm({ detail, version, choose }: Props) {
  const workspace = useWorkbench((state) => state.workspace);
  const { data: found } = useInspectedModel({ model: `${detail.name}@${version.version}`, scoring: version.scoring });
  const [alias, setAlias] = useState('champion');
  const [written, setWritten] = useState<string | null>(null);
  const [paths, setPaths] = useState<Paths>({ reference: workspace?.reference?.path ?? '', current: workspace?.current?.path ?? '' });
  const [kept] = useState(workspace?.gate ?? '');
  const basis = { name: detail.name, task: found?.fit?.task ?? null, hasData: paths.current.trim() !== '' };
  const first = workspace === null ? '' : firstGate({ ...basis, settings: workspace.settings });
  const gate = written ?? (kept === '' ? first : kept);
  const asked = { name: detail.name, version: version.version, alias: alias.trim(), gate };
  const signOff = useSignOff({ ...asked, reference: source(paths.reference), current: source(paths.current) });
  const { progress, result, error } = signOff;
  const busy = progress !== null;
  return (
    <div className={styles.form}>
      <WhichField detail={detail} version={version} choose={choose} alias={alias} setAlias={setAlias} />
      <DataFields paths={paths} change={setPaths} />
      <div className={styles.field}>
        <label className={styles.label} htmlFor="promote-gate">
          Gate
        </label>
        <Textarea
          id="promote-gate"
          autosize
          minRows={6}
          maxRows={12}
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }}
          description="YAML, kept in the workspace when it is asked. A suite file that it names is that of the workspace."
          inputWrapperOrder={['input', 'description']}
          value={gate}
          onChange={(event) => setWritten(event.currentTarget.value)}
          spellCheck={false}
        />
      </div>
      {error !== null && <ErrorNotice error={error} doing="Asking the gate" dismiss={signOff.dismiss} />}
      {result !== null && !busy && <SignOffOutcome result={result} />}
      {result?.became === 'refused' && <Override busy={busy} promoteAll={signOff.decide} />}
      {progress !== null && <RunningLine label="Asking the gate" progress={progress} cancel={signOff.cancel} />}
      <div className={styles.formActions}>
        <Button variant="default" onClick={() => changeQuery({ promote: '' })}>
          Close
        </Button>
        <Button variant="default" disabled={busy || asked.alias === ''} onClick={signOff.ask}>
          Only ask
        </Button>
        <Button disabled={busy || asked.alias === ''} onClick={() => signOff.decide(null)}>
          Promote
        </Button>
      </div>
    </div>
  );
}

interface WhichProps extends Props {
  readonly alias: string;
  readonly setAlias: (alias: string) => void;
}

function WhichField({ detail, version, choose, alias, setAlias }: WhichProps) {
  const holder = detail.aliases.find((each) => each.alias === alias.trim());
  const options = detail.versions.map((each) => ({
    value: String(each.version),
    label: [`version ${each.version}`, ...each.aliases].join(', '),
  }));
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor="promote-alias">
        Make
      </label>
      <div>
        <div className={styles.withCopy}>
          <NativeSelect
            aria-label="Version to promote"
            value={String(version.version)}
            onChange={(event) => choose(Number(event.currentTarget.value))}
            data={options}
          />
          <span>the</span>
          <Autocomplete
            id="promote-alias"
            aria-label="Alias"
            size="xs"
            w={200}
            value={alias}
            onChange={setAlias}
            data={[...new Set(['champion', 'challenger', ...detail.aliases.map((each) => each.alias)])]}
          />
        </div>
        <p className={styles.explains}>
          {holder === undefined
            ? 'Nobody has it now: what compares with the version in use passes.'
            : holder.version === version.version
              ? 'It has it already.'
              : `In place of version ${holder.version}; one step leads back to it.`}
        </p>
      </div>
    </div>
  );
}

const uses: Readonly<Record<Side, string>> = {
  reference: 'what a suite of the gate compares with',
  current: 'what metrics, fairness and speed are measured on',
};

function DataFields({ paths, change }: { readonly paths: Paths; readonly change: (paths: Paths) => void }) {
  return bothSides.map((side) => (
    <div key={side} className={styles.field}>
      <label className={styles.label} htmlFor={`promote-${side}`}>
        {sideLabels[side]} data
      </label>
      <TextInput
        id={`promote-${side}`}
        placeholder={`none: ${uses[side]}`}
        title={paths[side]}
        value={paths[side]}
        onChange={(event) => change({ ...paths, [side]: event.currentTarget.value })}
        spellCheck={false}
      />
    </div>
  ));
}
