import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ChosenKind } from '#shared/domain/dataset.ts';
import type { MethodInfo } from '#shared/domain/method.ts';
import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { compareAgain } from '../../state/compare.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { chosenKinds, withColumn } from '../../state/columnChoices.ts';
import styles from './Inspector.module.css';

interface Props {
  readonly report: DriftReport;
  readonly column: ColumnReport;
}

/** Another method, threshold or kind for this column alone; the report is then made again. */
export function ColumnSettings({ report, column: { column, kind } }: Props) {
  const methods = useWorkbench((state) => state.methods);
  const comparing = useWorkbench((state) => state.comparing);
  const { settings } = report;
  const [chosen, setChosen] = useState({
    kind: settings.kinds[column] ?? null,
    method: settings.drift.methods[column] ?? null,
    threshold: settings.drift.thresholds[column] ?? null,
  });
  const next = withColumn(settings, column, chosen);
  const changed = JSON.stringify(next) !== JSON.stringify(withColumn(settings, column, {}));
  const applicable = methods.filter(({ appliesTo }) => appliesTo.some((each) => each === (chosen.kind ?? kind)));
  return (
    <section>
      <h3 className={styles.heading}>Test this column otherwise</h3>
      <div className={styles.form}>
        <NativeSelect
          label="Kind"
          value={chosen.kind ?? ''}
          onChange={(event) => setChosen({ ...chosen, kind: asKind(event.currentTarget.value), method: null })}
          data={[{ value: '', label: 'By the rule' }, ...chosenKinds]}
        />
        <MethodSelect
          methods={applicable}
          value={chosen.method}
          onChange={(method) => setChosen({ ...chosen, method })}
          settings={settings}
        />
        <NumberInput
          label="Threshold"
          placeholder="The method’s own"
          value={chosen.threshold ?? ''}
          onChange={(value) => setChosen({ ...chosen, threshold: typeof value === 'number' ? value : null })}
          decimalScale={6}
          min={0}
        />
        <Button disabled={!changed} loading={comparing} onClick={() => void compareAgain(report, next, { query: { column } })}>
          Compare again
        </Button>
      </div>
    </section>
  );
}

interface MethodSelectProps {
  readonly methods: readonly MethodInfo[];
  readonly value: string | null;
  readonly onChange: (method: string | null) => void;
  readonly settings: ReportSettings;
}

function MethodSelect({ methods, value, onChange, settings }: MethodSelectProps) {
  const usual = settings.drift.method === null ? 'By kind and size' : 'As for all columns';
  return (
    <NativeSelect
      label="Method"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[{ value: '', label: usual }, ...methods.map(({ id, label }) => ({ value: id, label }))]}
    />
  );
}

function asKind(text: string): ChosenKind | null {
  return chosenKinds.find((kind) => kind === text) ?? null;
}
