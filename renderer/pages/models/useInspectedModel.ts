import type { Derivation } from '#shared/domain/settings.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { client } from '../../client/engine.ts';
import { useCall, type Call } from '../../client/useCall.ts';
import { useRoute } from '../../state/route.ts';
import { useSide, type ChosenSide } from '../../state/sides.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { notFeaturesOf } from './mapping.ts';
import type { Inspected, ModelSubject } from './modelView.ts';

/** The data set that the model is tried on: what the address says, else the current one, else the reference. */
export function useTriedSide(): { side: Side; chosen: ChosenSide } {
  const { query } = useRoute();
  const current = useSide('current');
  const reference = useSide('reference');
  const wanted = query['side'];
  const side: Side = wanted === 'reference' || (wanted !== 'current' && current.source === null) ? 'reference' : 'current';
  return { side, chosen: side === 'current' ? current : reference };
}

const none: readonly Derivation[] = [];

/** Columns that the settings of the workspace work out; they may be features. */
export function useDerived(): readonly Derivation[] {
  return useWorkbench((state) => state.workspace?.settings.derive ?? none);
}

export function useNotFeatures(): string[] {
  const settings = useWorkbench((state) => state.workspace?.settings ?? null);
  return settings === null ? [] : notFeaturesOf(settings);
}

/** What a model is and how the chosen data fill it; asked again when any of these change. */
export function useInspectedModel({ model, scoring }: Pick<ModelSubject, 'model' | 'scoring'>): Call<Inspected> {
  const { chosen } = useTriedSide();
  const notFeatures = useNotFeatures();
  const derive = useDerived();
  // Data that cannot be read say so themselves; the model is shown without them.
  const source = chosen.inspection?.status === 'ready' ? chosen.source : null;
  const request = { model, source, map: scoring.map, derive: [...derive], notFeatures };
  return useCall(JSON.stringify(request), (signal) => client.models.inspect(request, { signal }));
}
