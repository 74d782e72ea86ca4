import type { Derivation } from '#shared/domain/settings.ts';

/** Derived columns as lines `column = expression`, the form in which they are typed. */
export function formatDerived(derive: readonly Derivation[]): string {
  return derive.map(({ column, expression }) => `${column.includes('=') ? `"${column}"` : column} = ${oneLine(expression)}`).join('\n');
}

/** A line break in an expression is as good as a blank; a comment before it must not swallow what follows. */
function oneLine(expression: string): string {
  return expression.replaceAll(/--[^\n]*(?=\n)/g, '').replaceAll(/\s*\n\s*/g, ' ');
}

export type ParsedDerived = { readonly ok: true; readonly derive: Derivation[] } | { readonly ok: false; readonly problem: string };

/** Reads such lines; the first `=` ends the name, unless that stands in double quotes. */
export function parseDerived(text: string): ParsedDerived {
  const derive: Derivation[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match = /^\s*(?:"([^"]+)"|([^="][^=]*?))\s*=\s*(\S.*?)\s*$/.exec(line);
    if (match === null) return { ok: false, problem: `Line ${index + 1}: write a name, = and a SQL expression.` };
    derive.push({ column: (match[1] ?? match[2]!).trim(), expression: match[3]! });
  }
  return { ok: true, derive };
}
