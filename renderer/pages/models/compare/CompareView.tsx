import { Button, NativeSelect, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '#shared/errors/AppError.ts';
import type { ModelComparison } from '#shared/domain/modelComparison.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { asAppError } from '../../../client/useCall.ts';
import { client } from '../../../client/engine.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { runJob } from '../../../state/jobs.ts';
import { pickFor } from '../../../state/pickData.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { bothSides, sideLabels } from '../../../state/sides.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from '../Models.module.css';
import type { DetailProps } from '../modelView.ts';
import { useDerived, useTriedSide } from '../useInspectedModel.ts';
import { Compared } from './Compared.tsx';

/** Comparisons made in this window, by what was asked. */
const made = new Map<string, ModelComparison>();

/** The version on view against another one, on the same rows. */
export function CompareView({ subject: { registered } }: DetailProps) {
  const { query } = useRoute();
  const { chosen } = useTriedSide();
  const workspace = useWorkbench((state) => state.workspace);
  const derive = useDerived();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
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
  const columns = chosen.inspection?.status === 'ready' ? chosen.inspection.info.columns.map(({ column }) => column) : [];
  const target = query['target'] ?? workspace?.settings.roles.target ?? null;
  const request = {
    champion: `${detail.name}@${against.version}`,
    challenger: `${detail.name}@${version.version}`,
    data: chosen.source,
    target: target === '' ? null : target,
    derive: [...derive],
    where: workspace?.settings.where ?? null,
  };
  const key = JSON.stringify(request);
  const compare = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      made.set(key, await runJob('Comparing versions', (context) => client.registry.compare(request, context)));
    } catch (error) {
      setFailed(asAppError(error));
    } finally {
      setBusy(false);
    }
  };
  const found = made.get(key) ?? null;
  return (
    <>
      <CompareBar
        version={version.version}
        against={against.version}
        others={others}
        target={target}
        columns={[...new Set([...columns, ...derive.map(({ column }) => column)])]}
        busy={busy}
        compare={() => void compare()}
      />
      {failed !== null && <ErrorNotice error={failed} doing="Comparing versions" retry={() => void compare()} />}
      {found === null && failed === null && (
        <EmptyState
          title="Not compared yet"
          text="Metrics of both with the interval of their difference, segments, and the rows on which they disagree most. Without a column that holds the truth only the disagreement is told."
        />
      )}
      {found !== null && <Compared found={found} />}
    </>
  );
}

interface BarProps {
  readonly version: number;
  readonly against: number;
  readonly others: readonly ModelVersion[];
  readonly target: string | null;
  readonly columns: readonly string[];
  readonly busy: boolean;
  readonly compare: () => void;
}

/** What is compared with what, on which rows. */
function CompareBar({ version, against, others, target, columns, busy, compare }: BarProps) {
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
        placeholder="no truth known"
        clearable
        searchable
        limit={200}
        value={target}
        onChange={(next) => changeQuery({ target: next ?? '' })}
        data={[...columns]}
      />
      <span className={styles.spring} />
      <Button loading={busy} onClick={compare}>
        Compare
      </Button>
    </div>
  );
}
