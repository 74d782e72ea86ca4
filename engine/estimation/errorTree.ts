import type { FeatureRequest } from '../learners/encodeFeatures.ts';
import type { Tree } from '../learners/boosting/tree.ts';
import type { FeatureColumns } from '../learners/gradientBoosting.ts';
import type { CategoryCodes } from '../data/evidence/categoryCodes.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';

const namedCategories = 3;

/** A feature as the words for a leaf need it. */
export interface NamedFeature extends FeatureRequest {
  readonly categories: CategoryCodes | null;
  /** Whether a row of either side lacks it. */
  readonly mayMiss: boolean;
  /** Whether current has categories that the reference lacks. */
  readonly mayBeNew: boolean;
}

/** What a feature may be in a leaf: above one number, up to another. */
interface Bounds {
  above: number;
  upTo: number;
  missing: boolean;
}

type Path = ReadonlyMap<number, Bounds>;

/** Leaves of a tree, numbered, each with the way to it. */
export interface Leaves {
  /** Number of the leaf at a node; −1 for nodes that are none. */
  readonly numberAt: Int32Array;
  readonly paths: readonly Path[];
}

function narrowed(path: Path, feature: number, change: (bounds: Bounds) => Bounds): Path {
  const before = path.get(feature) ?? { above: -Infinity, upTo: Infinity, missing: true };
  return new Map([...path, [feature, change(before)]]);
}

/** Numbers the leaves from the left. */
export function leavesOf({ feature, threshold, missingLeft, left, right }: Tree): Leaves {
  const numberAt = new Int32Array(left.length).fill(-1);
  const paths: Path[] = [];
  const visit = (node: number, path: Path): void => {
    if (left[node]! < 0) {
      numberAt[node] = paths.length;
      paths.push(path);
      return;
    }
    const [place, cut, missingGoesLeft] = [feature[node]!, threshold[node]!, missingLeft[node] === 1];
    visit(
      left[node]!,
      narrowed(path, place, (bounds) => ({ ...bounds, upTo: Math.min(bounds.upTo, cut), missing: bounds.missing && missingGoesLeft })),
    );
    visit(
      right[node]!,
      narrowed(path, place, (bounds) => ({ ...bounds, above: Math.max(bounds.above, cut), missing: bounds.missing && !missingGoesLeft })),
    );
  };
  visit(0, new Map());
  return { numberAt, paths };
}

/** Number of the leaf that a row falls into. */
export function leafOf(tree: Tree, { numberAt }: Leaves, features: FeatureColumns, row: number): number {
  let node = 0;
  while (tree.left[node]! >= 0) {
    const x = features[tree.feature[node]!]![row]!;
    const goesLeft = Number.isNaN(x) ? tree.missingLeft[node] === 1 : x <= tree.threshold[node]!;
    node = goesLeft ? tree.left[node]! : tree.right[node]!;
  }
  return numberAt[node]!;
}

function categoryWords({ above, upTo }: Bounds, { values }: CategoryCodes, mayBeNew: boolean): string {
  const first = Math.max(0, Math.floor(above) + 1);
  const end = Math.min(values.length, Math.floor(upTo) + 1);
  const named = values
    .slice(first, Math.min(end, first + namedCategories))
    .map((value) => middleEllipsis(value === '' ? '(empty)' : value, 20));
  const more = end - first - named.length;
  const rare = above < -1 && mayBeNew ? ['new ones'] : [];
  return [...named, ...(more > 0 ? [`${more} more`] : []), ...rare].join(', ');
}

function numberWords({ above, upTo }: Bounds, kind: FeatureRequest['kind']): string {
  const written = (value: number): string => {
    const date = new Date(value);
    return kind === 'datetime' && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 16).replace('T', ' ') : formatNumber(value);
  };
  if (above === -Infinity) return `up to ${written(upTo)}`;
  return upTo === Infinity ? `above ${written(above)}` : `above ${written(above)} up to ${written(upTo)}`;
}

/** The way to a leaf in words; a tree of one leaf has all rows. */
export function pathWords(path: Path, features: readonly NamedFeature[]): string {
  if (path.size === 0) return 'all rows';
  const parts = [...path].map(([place, bounds]) => {
    const { column, kind, categories, mayMiss, mayBeNew } = features[place]!;
    const is = categories === null ? numberWords(bounds, kind) : `is ${categoryWords(bounds, categories, mayBeNew)}`;
    return `${middleEllipsis(column, 28)} ${is}${bounds.missing && mayMiss ? ' or missing' : ''}`;
  });
  return parts.join(' and ');
}
