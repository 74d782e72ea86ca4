/**
 * The rows of a segment as one SQL condition, among those that a report was of: `where` is the report's own condition, null for all
 * rows. A comment at its end must not swallow the rest, hence the line of its own.
 */
export function segmentCondition(where: string | null, segment: string): string {
  return where === null ? segment : `(${where}${where.includes('--') ? '\n' : ''}) and ${segment}`;
}
