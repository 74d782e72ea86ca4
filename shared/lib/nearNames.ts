/** Number of letters to insert, delete, replace or swap with a neighbour to make one text of the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

/** The names a person may have meant, nearest first, at most three; letter case, spaces, `_` and `-` do not count. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const target = plain(wanted);
  const limit = Math.max(1, Math.floor(target.length / 3));
  return names
    .map((name) => ({ name, distance: editDistance(target, plain(name)) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
