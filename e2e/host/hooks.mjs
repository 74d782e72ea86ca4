const standIn = new URL('./electron.mjs', import.meta.url).href;

/** Whoever asks for `electron` gets the stand-in. */
export function resolve(specifier, context, next) {
  return specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context);
}
