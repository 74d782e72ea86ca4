// Values as text and back. These two functions also run in the page, so they use nothing from outside themselves.

/** Takes what Electron would clone and this program sends; refuses the rest rather than change it silently. */
export function pack(value) {
  structuredClone(value);
  const tagged = (item) => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'bigint') return { $: 'bigint', v: String(item) };
    if (typeof item === 'number' && !Number.isFinite(item)) return { $: 'number', v: String(item) };
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(tagged);
    if (item instanceof Date) return { $: 'date', v: item.getTime() };
    if (item instanceof Error) return { $: 'error', v: { name: item.name, message: item.message } };
    const prototype = Object.getPrototypeOf(item);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw new Error(`electron test host: a ${item.constructor.name} cannot be carried`);
    }
    return { $: 'object', v: Object.fromEntries(Object.entries(item).map(([key, child]) => [key, tagged(child)])) };
  };
  return JSON.stringify(tagged(value));
}

export function unpack(text) {
  const plain = (item) => {
    if (item === null || typeof item !== 'object') return item;
    if (Array.isArray(item)) return item.map(plain);
    if (item.$ === 'undefined') return undefined;
    if (item.$ === 'bigint') return BigInt(item.v);
    if (item.$ === 'number') return Number(item.v);
    if (item.$ === 'date') return new Date(item.v);
    if (item.$ === 'error') return Object.assign(new Error(item.v.message), { name: item.v.name });
    return Object.fromEntries(Object.entries(item.v).map(([key, child]) => [key, plain(child)]));
  };
  return plain(JSON.parse(text));
}
