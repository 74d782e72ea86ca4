import { Button, SegmentedControl } from '@mantine/core';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { pickFor } from '../../../state/pickData.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { bothSides, sideLabels, useSide } from '../../../state/sides.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from '../Models.module.css';
import type { DetailProps } from '../modelView.ts';
import { useDerived, useNotFeatures, useTriedSide } from '../useInspectedModel.ts';
import { DriftPart } from './DriftPart.tsx';
import { ModelPart } from './ModelPart.tsx';
import { RobustnessPart } from './RobustnessPart.tsx';
import { RowPart } from './RowPart.tsx';

const parts = [
  { value: 'model', label: 'The model', Part: ModelPart },
  { value: 'row', label: 'One row, what if', Part: RowPart },
  { value: 'drift', label: 'Why the mean moved', Part: DriftPart },
  { value: 'robustness', label: 'Worse inputs', Part: RobustnessPart },
] as const;

/** Why the model says what it says: on the whole, for one row, from reference to current, and with worse inputs. */
export function ExplainView({ subject, found }: DetailProps) {
  const { query } = useRoute();
  const { side, chosen } = useTriedSide();
  const reference = useSide('reference');
  const workspace = useWorkbench((state) => state.workspace);
  const notFeatures = useNotFeatures();
  const derive = useDerived();
  if (found.refused !== null) return <EmptyState title="Nothing to explain" text="This model cannot be run here." />;
  if (chosen.source === null) {
    return (
      <EmptyState title="No data to explain it on" text="An explanation rests on rows: choose data, and the model is asked about them.">
        <Button onClick={() => void pickFor('current', false)}>Choose data…</Button>
      </EmptyState>
    );
  }
  const { value, Part } = parts.find((each) => each.value === query['explain']) ?? parts[0];
  const request = {
    source: chosen.source,
    model: subject.model,
    settings: subject.scoring,
    derive: [...derive],
    where: workspace?.settings.where ?? null,
    notFeatures,
    target: workspace?.settings.roles.target ?? null,
  };
  return (
    <>
      <div className={styles.tools}>
        <SegmentedControl
          aria-label="What is explained"
          value={value}
          onChange={(next) => changeQuery({ explain: next })}
          data={parts.map((each) => ({ value: each.value, label: each.label }))}
        />
        {value !== 'drift' && (
          <SegmentedControl
            aria-label="Data"
            value={side}
            onChange={(next) => changeQuery({ side: next })}
            data={bothSides.map((each) => ({ value: each, label: sideLabels[each], disabled: workspace?.[each] == null }))}
          />
        )}
      </div>
      <Part key={value} request={request} reference={reference.source} current={workspace?.current ?? null} />
    </>
  );
}
