// Asked for by the language and by printing, not by the program.
const harmless = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', 'asymmetricMatch', 'domain']);

export function notImplemented(what) {
  return new Error(`electron test host: ${what} is not implemented`);
}

/** An object that throws when something is asked of it that the stand-in does not have. */
export function honest(name, target) {
  return new Proxy(target, {
    get: (object, key, receiver) => {
      if (key in object || typeof key === 'symbol' || harmless.has(key)) return Reflect.get(object, key, receiver);
      throw notImplemented(`${name}.${key}`);
    },
  });
}
