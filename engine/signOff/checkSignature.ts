import type { GateCheck } from '#shared/domain/gate.ts';
import type { ModelInfo, ModelValue } from '#shared/domain/model.ts';
import { describeValue } from '#shared/text/describeScoring.ts';

type Signature = Pick<ModelInfo, 'inputs' | 'outputs' | 'classes'>;

/** The number of cells a row, where the file fixes it: rows are the first dimension. */
const widthOf = ({ shape }: ModelValue): string =>
  shape === null
    ? ''
    : shape
        .slice(1)
        .map((each) => each ?? '?')
        .join('×');

const isAlike = (a: ModelValue, b: ModelValue): boolean =>
  a.structure === b.structure && a.element === b.element && widthOf(a) === widthOf(b);

const written = (value: ModelValue): string => `${value.name} ${describeValue(value)}`;

function missingFrom(values: readonly ModelValue[], others: readonly ModelValue[], what: string): string[] {
  return values.flatMap((value) => {
    const same = others.find(({ name }) => name === value.name);
    if (same === undefined) return [`${what} ${written(value)}`];
    return isAlike(value, same) ? [] : [`${what} ${written(value)} in place of ${written(same)}`];
  });
}

/**
 * What keeps a candidate from standing in for the holder. Compatible: what feeds the holder feeds the candidate (no other
 * inputs), and what reads the holder can read the candidate (all its outputs, the same classes). Same: nothing more either.
 */
export function signatureDifferences(candidate: Signature, holder: Signature, how: 'same' | 'compatible'): string[] {
  const more = missingFrom(candidate.inputs, holder.inputs, 'it takes');
  const lost = holder.outputs.flatMap((value) => {
    const same = candidate.outputs.find(({ name }) => name === value.name);
    return same !== undefined && isAlike(value, same) ? [] : [`it does not give ${written(value)}`];
  });
  const classes = JSON.stringify(candidate.classes) === JSON.stringify(holder.classes) ? [] : ['its classes are others'];
  if (how === 'compatible') return [...more, ...lost, ...classes];
  const names = (values: readonly ModelValue[]): Set<string> => new Set(values.map(({ name }) => name));
  const left = [...names(holder.inputs)].filter((name) => !names(candidate.inputs).has(name)).map((name) => `it does not take ${name}`);
  const added = [...names(candidate.outputs)].filter((name) => !names(holder.outputs).has(name)).map((name) => `it also gives ${name}`);
  return [...more, ...left, ...lost, ...added, ...classes];
}

/** Asks whether a candidate can stand in for the model that holds the alias; passes where there is none. */
export function checkSignature(candidate: Signature, holder: Signature | null, how: 'same' | 'compatible'): GateCheck {
  const differences = holder === null ? [] : signatureDifferences(candidate, holder, how);
  const sentence =
    holder === null
      ? 'No version holds the alias, so there is nothing to agree with.'
      : differences.length === 0
        ? 'Inputs and outputs agree with those of the version that holds the alias.'
        : `Inputs and outputs do not agree: ${differences.join('; ')}.`;
  return {
    id: 'signature',
    group: 'signature',
    label: 'Signature',
    status: differences.length === 0 ? 'pass' : 'fail',
    value: differences.length,
    holder: null,
    expected: how === 'same' ? 'the same inputs and outputs' : 'no other inputs, no fewer outputs',
    sentence,
  };
}
