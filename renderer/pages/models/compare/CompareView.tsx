import { Button, MultiSelect, NativeSelect, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { AppError } from '#shared/errors/AppError.ts';
import type { CallOptions } from '#shared/contract/operation.ts';
import type { Client } from '#shared/contract/index.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { ModelComparison } from '#shared/domain/modelComparison.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { asAppError } from '../../../client/useCall.ts';
import { client } from '../../../client/engine.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { runFollowed, useFollowing } from '../../../state/following.ts';
import { pickFor } from '../../../state/pickData.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { bothSides, sideLabels } from '../../../state/sides.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from '../Models.module.css';
import type { DetailProps } from '../modelView.ts';
import { onScreen } from '../mapping.ts';
import { RunningLine } from '../RunningLine.tsx';
import { useDerived, useNotFeatures, useTriedSide } from '../useInspectedModel.ts';
import { Compared } from './Compared.tsx';
import { Replayed } from './Replayed.tsx';

type Request = Parameters<Client['registry']['compare']>[0];

/** Comparisons made in this window, by what was asked. */
const made = new Map<string, ModelComparison>();

/** Columns as the address holds them. */
function namesOf(text: string | undefined): string[] {
  try {
    const names: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** The version on view against another one, on the same rows. */
export function CompareView({ subject: { registered } }: DetailProps) {
  const { query } = useRoute();
  const { chosen } = useTriedSide();
  if (registered === null) return null;
  const { detail, version } = registered;
  const others = detail.versions.filter((each) => each.version !== version.version);
  const champion = detail.aliases.find(({ alias }) => alias === 'champion')?.version;
  const against =
    others.find((each) => String(each.version) === query['against']) ?? others.find((each) => each.version === champion) ?? others[0];
  if (against === undefined) {
    return (
      <EmptyState title="Only one version" text="Register another file under this name, and the two can be compared on the same rows." />
    );
  }
  if (chosen.source === null) {
    return (
      <EmptyState title="No data to compare them on" text="Both versions are scored on the same rows of the data chosen above.">
        <Button onClick={() => void pickFor('current', false)}>Choose data…</Button>
      </EmptyState>
    );
  }
  return <Pair name={detail.name} version={version.version} against={against.version} others={others} source={chosen.source} />;
}

interface PairProps {
  readonly name: string;
  readonly version: number;
  readonly against: number;
  readonly others: readonly ModelVersion[];
  readonly source: DataSource;
}

/** Two versions: what is asked of them, how far it is, what it gave. */
function Pair({ name, version, against, others, source }: PairProps) {
  const { query } = useRoute();
  const { chosen } = useTriedSide();
  const workspace = useWorkbench((state) => state.workspace);
  const derive = useDerived();
  const notFeatures = useNotFeatures();
  const columns = chosen.inspection?.status === 'ready' ? chosen.inspection.info.columns.map(({ column }) => column) : [];
  const target = query['target'] ?? workspace?.settings.roles.target ?? null;
  const by = target === '' || target === null ? [] : namesOf(query['by']);
  const request = {
    champion: `${name}@${against}`,
    challenger: `${name}@${version}`,
    data: source,
    target: target === '' ? null : target,
    derive: [...derive],
    where: workspace?.settings.where ?? null,
    ignore: notFeatures.filter((column) => column !== target),
    positiveLabel: workspace?.settings.performance.positiveLabel ?? null,
    by,
  };
  const { by: _, ...replayed } = request;
  const { found, error, progress, cancel, compare } = useMade(request);
  return (
    <>
      <CompareBar
        version={version}
        against={against}
        others={others}
        target={target}
        columns={[...new Set([...columns, ...derive.map(({ column }) => column)])]}
        by={by}
        busy={progress !== null}
        compare={compare}
      />
      {progress !== null && (
        <div className={styles.mapping}>
          <RunningLine label="Comparing versions" progress={progress} cancel={cancel} />
        </div>
      )}
      {error !== null && <ErrorNotice error={error} doing="Comparing versions" retry={compare} />}
      {found === null && error === null && progress === null && (
        <EmptyState
          title="Not compared yet"
          text="Metrics of both with the interval of their difference, segments, and the rows on which they disagree most. Without a column that holds the truth only the disagreement is told."
        />
      )}
      {found !== null && progress === null && (
        <Compared found={found}>
          <Replayed request={replayed} />
        </Compared>
      )}
    </>
  );
}

/** A comparison that was made in this window, or is being made. */
function useMade(request: Request) {
  const { progress, cancel, follow } = useFollowing();
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: AppError } | null>(null);
  const key = JSON.stringify(request);
  const make = async (): Promise<void> => {
    setFailed(null);
    try {
      const work = (context: CallOptions): Promise<ModelComparison> => client.registry.compare(request, context);
      made.set(key, await follow((follower) => runFollowed('Comparing versions', follower, work)));
    } catch (error) {
      const { code, message, subject } = asAppError(error);
      if (code !== 'E_CANCELLED') setFailed({ key, error: new AppError(code, onScreen(message), { subject }) });
    }
  };
  const found = made.get(key) ?? null;
  const error = failed?.key === key ? failed.error : null;
  return { found, error, progress, cancel, compare: () => void make() };
}

interface BarProps {
  readonly version: number;
  readonly against: number;
  readonly others: readonly ModelVersion[];
  readonly target: string | null;
  readonly columns: readonly string[];
  /** Columns that make the segments; none: chosen by the engine. */
  readonly by: readonly string[];
  readonly busy: boolean;
  readonly compare: () => void;
}

/** What is compared with what, on which rows. */
function CompareBar({ version, against, others, target, columns, by, busy, compare }: BarProps) {
  const { side } = useTriedSide();
  const workspace = useWorkbench((state) => state.workspace);
  return (
    <div className={styles.tools}>
      <span>Version {version} against</span>
      <NativeSelect
        aria-label="The other version"
        value={String(against)}
        onChange={(event) => changeQuery({ against: event.currentTarget.value })}
        data={others.map((each) => ({ value: String(each.version), label: [`version ${each.version}`, ...each.aliases].join(', ') }))}
      />
      <span>on</span>
      <SegmentedControl
        aria-label="Data"
        value={side}
        onChange={(next) => changeQuery({ side: next })}
        data={bothSides.map((each) => ({ value: each, label: sideLabels[each], disabled: workspace?.[each] == null }))}
      />
      <Select
        aria-label="Column with the truth"
        w={150}
        placeholder="no truth known"
        clearable
        searchable
        limit={200}
        value={target}
        onChange={(next) => changeQuery({ target: next ?? '' })}
        data={[...columns]}
      />
      {target !== null && target !== '' && (
        <MultiSelect
          aria-label="Segments by"
          w={230}
          placeholder={by.length === 0 ? 'segments: usual' : ''}
          searchable
          limit={200}
          hidePickedOptions
          value={[...by]}
          onChange={(next) => changeQuery({ by: next.length === 0 ? '' : JSON.stringify(next) })}
          data={columns.filter((column) => column !== target)}
        />
      )}
      <span className={styles.spring} />
      <Button loading={busy} onClick={compare}>
        Compare
      </Button>
    </div>
  );
}
