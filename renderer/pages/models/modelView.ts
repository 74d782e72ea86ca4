import type { Client } from '#shared/contract/index.ts';
import type { ModelInfo, ScoringSettings } from '#shared/domain/model.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import type { Tone } from '#shared/text/verdict.ts';
import type { RegisteredDetail } from '../../state/registry.ts';

export type Inspected = Awaited<ReturnType<Client['models']['inspect']>>;

/** A model on view: a file, or a version of a registered model, with how data are given to it. */
export interface ModelSubject {
  /** What the engine is asked for. */
  readonly model: string;
  readonly scoring: ScoringSettings;
  readonly changeScoring: (change: Partial<ScoringSettings>) => void;
  /** The version of a registered model that is on view; null for a file. */
  readonly registered: { readonly detail: RegisteredDetail; readonly version: ModelVersion } | null;
}

/** What a part of the page is told of the model on view. */
export interface DetailProps {
  readonly found: Inspected;
  readonly subject: ModelSubject;
  /** What is shown is being asked for again. */
  readonly pending: boolean;
}

/** Whether it can be run and whether the chosen data fit, in one word. */
export function modelVerdict({ refused, fit }: Inspected, data: string): { tone: Tone; word: string } {
  if (refused !== null) return { tone: 'broken', word: 'Cannot be run here' };
  if (fit === null) return { tone: 'good', word: 'Can be run' };
  if (fit.problem !== null) return { tone: 'attention', word: `The ${data} data do not fit yet` };
  return { tone: 'good', word: `The ${data} data fit` };
}

const plural = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

const taskWords = { regression: 'Regression', classification: 'Classification' } as const;

/** What one wants to know of a model first. */
export function modelFacts({ info, fit }: Inspected): string[] {
  const task = fit?.task ?? null;
  const maker = [info.producer, info.producerVersion].filter((word) => word !== '').join(' ');
  return [
    ...(task === null ? [] : [taskWords[task]]),
    `${plural(info.inputs.length, 'input')}, ${plural(info.outputs.length, 'output')}`,
    ...(maker === '' ? [] : [`made by ${maker}`]),
    formatBytes(info.bytes),
  ];
}

/** Operator sets as one writes them: ai.onnx 17. */
export function opsetWords(opsets: ModelInfo['opsets']): string {
  const words = opsets.map(({ domain, version }) => `${domain === '' ? 'ai.onnx' : domain} ${version}`);
  return words.length === 0 ? 'none named' : [...new Set(words)].join(', ');
}
