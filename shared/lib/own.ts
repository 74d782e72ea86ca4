/** The entry of a record under a name that may come from data: `constructor` and the like are not entries. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
