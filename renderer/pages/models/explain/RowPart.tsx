import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { waterfallPlot } from '#shared/charts/explanationPlots.ts';
import type { CellValue, RowExplanation } from '#shared/domain/explanation.ts';
import { describeRow, describeSum, numberTitle } from '#shared/text/describeExplanation.ts';
import { client } from '../../../client/engine.ts';
import { Plot } from '../../../components/Plot.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import styles from '../registry/Registry.module.css';
import { Explained } from './Explained.tsx';
import { typedValue, type PartProps } from './explainRequest.ts';
import { useMade } from './useMade.ts';

/** The prediction of one row taken apart, and how it moves when its values are others. */
export function RowPart({ request }: PartProps) {
  const { query } = useRoute();
  const row = Math.max(1, Math.floor(Number(query['row'] ?? 1)) || 1);
  const [values, setValues] = useState<Readonly<Record<string, CellValue>>>({});
  const asked = { ...request, row, values: { ...values } };
  const made = useMade(JSON.stringify(['row', asked]), 'Explaining a row', (context) => client.explanations.row(asked, context));
  const plain = useMade(JSON.stringify(['row', { ...asked, values: {} }]), 'Explaining a row', (context) =>
    client.explanations.row({ ...asked, values: {} }, context),
  );
  return (
    <>
      <div className={styles.rowLine}>
        <span>Row</span>
        <NumberInput
          aria-label="Row"
          min={1}
          allowDecimal={false}
          value={row}
          w={96}
          onChange={(next) => {
            setValues({});
            changeQuery({ row: String(next) });
          }}
        />
        <Button loading={made.busy} onClick={made.make}>
          Explain
        </Button>
      </div>
      {plain.found !== null && <WhatIf base={plain.found} values={values} change={setValues} busy={made.busy} ask={made.make} />}
      <Explained
        made={made}
        doing="Explaining the row"
        title={Object.keys(values).length === 0 ? 'Not explained yet' : 'Values were changed'}
        text="What each column adds to the mean prediction to give that of this row."
      >
        {(found) => <Found found={found} />}
      </Explained>
    </>
  );
}

function Found({ found }: { readonly found: RowExplanation }) {
  const theme = useChartTheme();
  return (
    <>
      {found.numbers.map((number) => (
        <section key={number.name} aria-label={`Row taken apart: ${number.name}`}>
          <h2 className={styles.heading}>{numberTitle(number)}</h2>
          <p>{describeSum(number)}</p>
          <Plot svg={waterfallPlot(number, theme)} />
        </section>
      ))}
      <p className={styles.quiet}>{describeRow(found).join(' ')}</p>
    </>
  );
}

interface WhatIfProps {
  readonly base: RowExplanation;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly change: (values: Readonly<Record<string, CellValue>>) => void;
  readonly busy: boolean;
  readonly ask: () => void;
}

/** The values of the row, to be set anew. */
function WhatIf({ base, values, change, busy, ask }: WhatIfProps) {
  const columns = [...(base.numbers[0]?.contributions ?? [])].toSorted((a, b) => (a.column < b.column ? -1 : 1));
  const shown = (value: CellValue): string => (value === null ? '' : String(value));
  return (
    <form
      className={styles.whatIf}
      aria-label="What if"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) ask();
      }}
    >
      {columns.map(({ column, value }) => (
        <TextInput
          key={column}
          label={column}
          placeholder="missing"
          value={column in values ? shown(values[column] ?? null) : shown(value)}
          onChange={(event) => {
            const typed = typedValue(event.currentTarget.value, value);
            const { [column]: _, ...others } = values;
            change(typed === value ? others : { ...others, [column]: typed });
          }}
        />
      ))}
      <div className={styles.rowLine}>
        <Button type="submit" variant="default" loading={busy}>
          What if
        </Button>
        {Object.keys(values).length > 0 && (
          <Button variant="subtle" color="gray" onClick={() => change({})}>
            As it is
          </Button>
        )}
      </div>
    </form>
  );
}
