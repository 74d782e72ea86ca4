import type { Client } from '#shared/contract/index.ts';
import { performanceSettings } from '#shared/domain/performance.ts';
import type { Progress } from '#shared/domain/progress.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { chooseSources } from './compare.ts';
import { runJob } from './jobs.ts';
import { plainScoring, rememberModel } from './openModel.ts';
import { currentRoute, navigate } from './route.ts';
import { changeSettings } from './settings.ts';
import { baseName } from './sides.ts';
import { createStore, useStore } from './store.ts';
import { showToast } from './toasts.ts';
import { readWorkspace } from './workbench.ts';

type Train = Client['training']['train'];
export type TrainRequest = Parameters<Train>[0];
export type TrainResult = Awaited<ReturnType<Train>>;

/** The training that was started last, and how it stands. */
export interface Training {
  readonly request: TrainRequest;
  readonly progress: Progress;
  readonly result: TrainResult | null;
  readonly error: AppError | null;
  readonly cancel: (() => void) | null;
}

const store = createStore<{ training: Training | null }>({ training: null });

export function useTraining(): Training | null {
  return useStore(store, (state) => state.training);
}

export function forgetTraining(): void {
  if (store.get().training?.cancel == null) store.set({ training: null });
}

function tellElsewhere({ target }: TrainRequest, result: TrainResult | null): void {
  const { page, query } = currentRoute();
  if (page === 'models' && query['train'] === 'yes') return;
  const open = { label: 'Open', run: () => navigate({ page: 'models', query: { train: 'yes' } }) };
  if (result !== null) showToast(`The model of ${target} is trained: ${result.path}.`, { tone: 'good', action: open });
  else showToast('Training was not finished.', { tone: 'bad', action: open });
}

/** Trains a model. What it gave stays to be looked at until the next one. */
export async function startTraining(request: TrainRequest): Promise<void> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  let training: Training = { request, progress: { share: null, message: '' }, result: null, error: null, cancel };
  const note = (change: Partial<Training>): void => {
    training = { ...training, ...change };
    store.set({ training });
  };
  note({});
  try {
    const result = await runJob(
      'Training',
      (context) => {
        const onProgress = (progress: Progress): void => {
          context.onProgress(progress);
          note({ progress });
        };
        return client.training.train(request, { ...context, onProgress });
      },
      controller.signal,
    );
    note({ result, cancel: null });
    tellElsewhere(request, result);
    // So that it is in the list of models whatever is done next.
    await rememberModel(result.path);
  } catch (error) {
    note({ error: asAppError(error), cancel: null });
    tellElsewhere(request, null);
  }
}

/**
 * Makes a trained model the one that both sides are scored with, and its held-out rows the reference. Derived columns and
 * the condition of the training become those of the workspace, since the model knows no other rows.
 */
export async function makeModelAndReference({ request, result }: { request: TrainRequest; result: TrainResult }): Promise<void> {
  const workspace = readWorkspace();
  if (workspace === null) return;
  const { settings, reference } = workspace;
  const { roles } = settings;
  const next = {
    ...settings,
    model: { ...plainScoring, nulls: 'nan' as const, path: result.path },
    roles: { ...roles, target: result.target, prediction: null, probabilities: {} },
    performance: roles.target === result.target ? settings.performance : performanceSettings.parse({}),
    derive: [...(request.derive ?? [])],
    where: request.where ?? null,
  };
  if (!(await changeSettings(next))) return;
  const undo = (): void => void changeSettings(settings).then(() => chooseSources({ reference }));
  showToast(`${baseName(result.referenceData)} is the reference; both sides are scored with ${baseName(result.path)}.`, {
    tone: 'good',
    action: { label: 'Undo', run: undo },
  });
  await chooseSources({ reference: { path: result.referenceData } });
}
