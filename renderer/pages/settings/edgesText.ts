/** The user's bin edges as lines `column: 0, 10, 20`, the form in which they are typed. */
export function formatEdges(edges: Readonly<Record<string, readonly number[]>>): string {
  return Object.entries(edges)
    .map(([column, values]) => `${column}: ${values.join(', ')}`)
    .join('\n');
}

export type ParsedEdges =
  | { readonly ok: true; readonly edges: Record<string, number[]> }
  | { readonly ok: false; readonly problem: string };

/** Reads such lines; the last colon ends the name, so that names may hold colons. */
export function parseEdges(text: string): ParsedEdges {
  const edges: [string, number[]][] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const colon = line.lastIndexOf(':');
    const column = line.slice(0, colon).trim();
    const texts = line
      .slice(colon + 1)
      .split(',')
      .map((each) => each.trim());
    const values = texts.map(Number);
    const where = `Line ${index + 1}`;
    if (colon <= 0 || column === '') return { ok: false, problem: `${where}: begin with the column and a colon.` };
    if (texts.some((each, i) => each === '' || !Number.isFinite(values[i])))
      return { ok: false, problem: `${where}: the edges must be numbers, with commas between them.` };
    if (values.length < 2) return { ok: false, problem: `${where}: give at least two edges.` };
    if (values.some((value, i) => i > 0 && value <= (values[i - 1] ?? value)))
      return { ok: false, problem: `${where}: the edges must ascend.` };
    edges.push([column, values]);
  }
  return { ok: true, edges: Object.fromEntries(edges) };
}
