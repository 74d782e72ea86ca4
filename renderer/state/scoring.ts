import type { Client } from '#shared/contract/index.ts';
import type { Progress } from '#shared/domain/progress.ts';
import type { AppError } from '#shared/errors/AppError.ts';
import { client } from '../client/engine.ts';
import { asAppError } from '../client/useCall.ts';
import { currentRoute, navigate } from './route.ts';
import { runJob } from './jobs.ts';
import { baseName } from './sides.ts';
import { createStore, useStore } from './store.ts';
import { showToast } from './toasts.ts';

type Score = Client['models']['score'];
export type ScoreRequest = Parameters<Score>[0];
export type ScoreResult = Awaited<ReturnType<Score>>;

/** The scoring that was started last, and how it stands. */
export interface Scoring {
  readonly request: ScoreRequest;
  readonly progress: Progress;
  readonly result: ScoreResult | null;
  readonly error: AppError | null;
  readonly cancel: (() => void) | null;
}

const store = createStore<{ scoring: Scoring | null }>({ scoring: null });

export function useScoring(): Scoring | null {
  return useStore(store, (state) => state.scoring);
}

export function forgetScoring(): void {
  if (store.get().scoring?.cancel == null) store.set({ scoring: null });
}

/** Whether the dialog that tells of it is on view. */
const onView = (): boolean => currentRoute().page === 'models' && currentRoute().query['score'] === 'yes';

function tellElsewhere(request: ScoreRequest, result: ScoreResult | null): void {
  if (onView()) return;
  const { page, id, query } = currentRoute();
  const onModels = page === 'models' ? { page, id, query: { ...query, score: 'yes' } } : { page: 'models', query: { score: 'yes' } };
  const open = { label: 'Open', run: () => navigate(onModels) };
  if (result !== null) showToast(`${baseName(request.source.path)} is scored: ${result.path}.`, { tone: 'good', action: open });
  else showToast('Scoring was not finished.', { tone: 'bad', action: open });
}

/** Scores data with a model. What it gave stays to be looked at until the next one. */
export async function startScoring(request: ScoreRequest): Promise<void> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  let scoring: Scoring = { request, progress: { share: null, message: '' }, result: null, error: null, cancel };
  const note = (change: Partial<Scoring>): void => {
    scoring = { ...scoring, ...change };
    store.set({ scoring });
  };
  note({});
  try {
    const result = await runJob(
      'Scoring',
      (context) => {
        const onProgress = (progress: Progress): void => {
          context.onProgress(progress);
          note({ progress });
        };
        return client.models.score(request, { ...context, onProgress });
      },
      controller.signal,
    );
    note({ result, cancel: null });
    tellElsewhere(request, result);
  } catch (error) {
    note({ error: asAppError(error), cancel: null });
    tellElsewhere(request, null);
  }
}
