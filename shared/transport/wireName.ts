/** The name of an operation on the wire: `openSample` is `open-sample`. */
export function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
