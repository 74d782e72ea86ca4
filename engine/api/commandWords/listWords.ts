/** A name as one entry of a comma list: in double quotes where it holds a comma, a quote or outer spaces. */
export function listEntry(name: string): string {
  return /[",]|^\s|\s$|^$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

export const list = (names: readonly string[]): string => names.map(listEntry).join(',');

export function pairs(option: string, byColumn: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(byColumn).flatMap(([column, value]) => [option, listEntry(`${column}=${value}`)]);
}
