import { NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Binning } from '#shared/domain/settings.ts';
import { CommittedNumber } from './CommittedText.tsx';
import { formatEdges, parseEdges } from './edgesText.ts';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

const explanations: Readonly<Record<Binning['kind'], string>> = {
  'sturges-pooled': 'Equal widths over both sides, as many as Sturges’ rule gives; columns of few values use the values.',
  'reference-quantiles': 'Edges at quantiles of the reference, so that each bin holds about the same share of it.',
  'fixed-edges': 'Your own edges for the columns named; the others as usual.',
};

const starts: Readonly<Record<Binning['kind'], Binning>> = {
  'sturges-pooled': { kind: 'sturges-pooled' },
  'reference-quantiles': { kind: 'reference-quantiles', bins: 10 },
  'fixed-edges': { kind: 'fixed-edges', edges: {} },
};

/** How values become bins for the methods that compare shares. */
export function BinningSection({ settings: { binning }, change }: SectionProps) {
  return (
    <Section title="Bins">
      <Field label="Binning" explains={explanations[binning.kind]}>
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={binning.kind}
            onChange={(event) => change({ binning: starts[event.currentTarget.value as Binning['kind']] })}
            data={[
              { value: 'sturges-pooled', label: 'Equal widths (Sturges, both sides)' },
              { value: 'reference-quantiles', label: 'Quantiles of the reference' },
              { value: 'fixed-edges', label: 'Fixed edges' },
            ]}
          />
        )}
      </Field>
      {binning.kind === 'reference-quantiles' && (
        <Field label="Bins">
          {(id) => (
            <CommittedNumber
              id={id}
              whole
              min={2}
              max={200}
              value={binning.bins}
              commit={(bins) => change({ binning: { ...binning, bins: bins ?? 10 } })}
            />
          )}
        </Field>
      )}
      {binning.kind === 'fixed-edges' && (
        <Field label="Edges">
          {(id) => <EdgesField id={id} edges={binning.edges} commit={(edges) => change({ binning: { kind: 'fixed-edges', edges } })} />}
        </Field>
      )}
    </Section>
  );
}

interface EdgesProps {
  readonly id: string;
  readonly edges: Readonly<Record<string, readonly number[]>>;
  readonly commit: (edges: Record<string, number[]>) => void;
}

function EdgesField({ id, edges, commit }: EdgesProps) {
  const saved = formatEdges(edges);
  const [typed, setTyped] = useState(saved);
  useEffect(() => setTyped(saved), [saved]);
  const parsed = parseEdges(typed);
  return (
    <Textarea
      id={id}
      autosize
      minRows={3}
      value={typed}
      placeholder={'fare_amount: 0, 10, 20, 50\ntrip_distance: 0, 1, 2, 5, 10'}
      description="One line a column."
      error={parsed.ok ? null : parsed.problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => parsed.ok && typed !== saved && commit(parsed.edges)}
      styles={{ input: { fontFamily: 'var(--mono)' } }}
    />
  );
}
