import type { Side } from '../domain/dataset.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * A share as a thin bar, for tables: reference outlined and dashed, current filled. It holds numbers only and takes
 * its colour from the text.
 */
export function shareBar(share: number, side: Side, width = 120): string {
  const open = `<svg class="bar" width="${width}" height="8" viewBox="0 0 ${width} 8" aria-hidden="true">`;
  const length = share <= 0 ? 0 : round(Math.max(Math.min(share, 1) * (width - 1), 1));
  if (length === 0) return `${open}</svg>`;
  const shape = side === 'current' ? 'fill="currentColor"' : 'fill="none" stroke="currentColor" stroke-dasharray="4 2"';
  const inset = side === 'current' ? 0 : 0.5;
  return `${open}<rect x="${inset}" y="${inset + 1}" width="${length}" height="${side === 'current' ? 6 : 5}" ${shape}/></svg>`;
}
