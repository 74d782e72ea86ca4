import { useState } from 'react';
import type { TrainedKind } from '#shared/domain/training.ts';
import { client } from '../../../client/engine.ts';
import { useCall, type Call } from '../../../client/useCall.ts';
import { formatDerived, parseDerived } from '../../../state/derivedText.ts';
import { useRoute } from '../../../state/route.ts';
import { useWorkbench, type Inspection } from '../../../state/workbench.ts';
import { choicesOf, notFeaturesOf, type ColumnChoice } from '../mapping.ts';
import { kindFor, prepare, usableColumns, usualFeatures, usualModelPath, type Prepared, type TrainChoice } from './trainRequest.ts';

type Info = Extract<Inspection, { status: 'ready' }>['info'];

/** The form of a training: what was chosen, and what that comes to with the data. */
export interface TrainFormState {
  readonly choice: TrainChoice;
  readonly change: (part: Partial<TrainChoice>) => void;
  readonly source: string;
  readonly chooseSource: (path: string) => void;
  readonly inspection: Call<Info>;
  readonly columns: readonly ColumnChoice[];
  readonly target: string | null;
  readonly features: readonly string[];
  readonly kind: TrainedKind;
  readonly usualPath: string;
  readonly prepared: Prepared;
}

const none: readonly never[] = [];

/** What was chosen stays as long as the page is on view, also when the dialog is closed or shows what it gave. */
export function useTrainForm(): TrainFormState {
  const opened = useRoute().query['train'] === 'yes';
  const workspace = useWorkbench((state) => state.workspace);
  const settings = workspace?.settings ?? null;
  const [path, setPath] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Partial<TrainChoice>>({});
  const source = path ?? workspace?.reference?.path ?? workspace?.current?.path ?? '';
  const inspection = useCall(opened && source !== '' ? source : null, (signal) =>
    client.datasets.inspect({ source: { path: source } }, { signal }),
  );
  const choice: TrainChoice = { ...usualChoice(settings?.derive ?? none, settings?.where ?? ''), ...chosen };
  const derived = parseDerived(choice.derive);
  const derivedNames = derived.ok ? [...new Set(derived.derive.map(({ column }) => column))] : [];
  const columns = inspection.data === null ? [] : usableColumns(choicesOf(inspection.data.columns, derivedNames));
  const has = (column: string | null): column is string => columns.some((each) => each.column === column);
  const usualTarget = settings?.roles.target ?? null;
  const target = [choice.target, usualTarget].find(has) ?? null;
  const notFeatures = settings === null ? [] : notFeaturesOf(settings);
  const features =
    target === null ? [] : (choice.features?.filter((each) => each !== target && has(each)) ?? usualFeatures(columns, target, notFeatures));
  const kind = choice.kind ?? kindFor(columns.find(({ column }) => column === target)?.kind);
  const sides = [source, workspace?.reference?.path, workspace?.current?.path].filter((each) => each !== undefined);
  const taken = [...sides, ...(workspace?.openedModels ?? []).map((each) => each.path)];
  const usualPath = usualModelPath(workspace?.path ?? '', source, `${target ?? 'model'}-${kind}`, taken);
  const prepared = prepare(choice, { source, target, features, kind, path: choice.path.trim() || usualPath });
  return {
    choice,
    change: (part) => setChosen((before) => ({ ...before, ...part })),
    source,
    chooseSource: setPath,
    inspection,
    columns,
    target,
    features,
    kind,
    usualPath,
    prepared,
  };
}

function usualChoice(derive: Parameters<typeof formatDerived>[0], where: string): TrainChoice {
  return {
    target: null,
    features: null,
    kind: null,
    categorical: [],
    splitBy: 'share',
    share: 80,
    rows: '',
    derive: formatDerived(derive),
    where,
    path: '',
  };
}
