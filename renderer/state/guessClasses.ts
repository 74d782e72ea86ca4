const usualPrefix = /^(?:p|prob|proba|probability|probabilities|score|scores|pred|prediction|predicted)[_\-. :]+/i;

/** What the names begin with alike, up to a separator. */
function commonPrefix(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return usualPrefix.exec(first)?.[0] ?? '';
  let length = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return /^.*[_\-. :]/.exec(first.slice(0, length))?.[0] ?? '';
}

/** The class that each column of probabilities seems to be of: its name without what all names begin with. */
export function guessClasses(columns: readonly string[]): Map<string, string> {
  const prefix = commonPrefix(columns);
  return new Map(columns.map((column) => [column, column.slice(prefix.length) || column]));
}

/** Columns that look like a probability for each of several classes: at least two that begin with the same usual word. */
export function guessProbabilityColumns(columns: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const column of columns) {
    const prefix = usualPrefix.exec(column)?.[0];
    if (prefix !== undefined && prefix.length < column.length) groups.set(prefix, [...(groups.get(prefix) ?? []), column]);
  }
  const [largest = []] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest.length > 1 ? largest : [];
}
