import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { classPlots, type ClassProbabilities } from '#shared/charts/probabilityPlots.ts';
import type { ClassificationPerformance } from '#shared/domain/performance.ts';
import { topText } from '#shared/text/describePerformance.ts';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import styles from './Performance.module.css';
import { Plots } from './Plots.tsx';
import { ThresholdTable, TopTable } from './ProbabilityTables.tsx';

/** What the probabilities are worth: of the positive class, or of one class against all others, which can be chosen. */
export function ClassCurves({ performance }: { readonly performance: ClassificationPerformance }) {
  const { probabilities, classProbabilities } = performance;
  const [label, setLabel] = useState<string | null>(null);
  const chosen = classProbabilities.find((each) => each.label === label) ?? classProbabilities[0];
  const shown = probabilities ?? chosen ?? null;
  if (shown === null) return null;
  const top = topText(performance);
  return (
    <>
      {probabilities === null && chosen !== undefined && (
        <NativeSelect
          label="Curves of one class against all others"
          maw={320}
          value={chosen.label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          data={classProbabilities.map((each) => ({ value: each.label, label: each.label === '' ? '(empty)' : each.label }))}
        />
      )}
      <Curves probabilities={shown} />
      {top !== '' && <p className={styles.note}>{top}</p>}
      <ThresholdTable probabilities={shown} />
      <TopTable probabilities={shown} />
    </>
  );
}

function Curves({ probabilities }: { readonly probabilities: ClassProbabilities }) {
  const theme = useChartTheme();
  const plots = useMemo(() => classPlots(probabilities, theme), [probabilities, theme]);
  return <Plots plots={plots} />;
}
