export interface Registry<T extends { readonly id: string }> {
  readonly all: readonly T[];
  get(id: string): T | undefined;
}

/** Freezes a list of plug-ins and finds them by id; a duplicate id is a programming error and throws. */
export function registry<T extends { readonly id: string }>(items: readonly T[]): Registry<T> {
  const byId = new Map<string, T>();
  for (const item of items) {
    if (byId.has(item.id)) throw new Error(`duplicate id in a registry: ${item.id}`);
    byId.set(item.id, item);
  }
  return { all: Object.freeze([...items]), get: (id) => byId.get(id) };
}
