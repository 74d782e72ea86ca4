import type { WorkspaceState } from '#shared/contract/workspace.ts';
import type { RunSummary } from '#shared/domain/report.ts';

/** What a freshly opened window should show or do. */
export type FirstView =
  | { readonly kind: 'report'; readonly id: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'home' };

type Chosen = Pick<WorkspaceState, 'reference' | 'current' | 'recent'>;
type Kept = Pick<RunSummary, 'id'> & { readonly reference: { readonly path: string }; readonly current: { readonly path: string } };

/**
 * The report of what is chosen, or that report made now; in a workspace where nothing was ever done, the sample;
 * else the choice is a person's.
 */
export function firstView({ reference, current, recent }: Chosen, runs: readonly Kept[]): FirstView {
  if (reference !== null && current !== null) {
    const run = runs.find((each) => each.reference.path === reference.path && each.current.path === current.path);
    return run === undefined ? { kind: 'compare' } : { kind: 'report', id: run.id };
  }
  const untouched = reference === null && current === null && recent.length === 0 && runs.length === 0;
  return { kind: untouched ? 'sample' : 'home' };
}
