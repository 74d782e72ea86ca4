const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many cells of a terminal a text takes. */
export function displayWidth(text: string): number {
  let cells = 0;
  for (const point of text) cells += none.test(point) ? 0 : wide.test(point) ? 2 : 1;
  return cells;
}

/** Text that cannot steer a terminal or turn its line around: such characters become U+FFFD. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, '\uFFFD');
}

/** Shortens a text in its middle to a number of cells. */
export function fitted(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  const points = Array.from(text);
  const head: string[] = [];
  const tail: string[] = [];
  let left = cells - 1;
  while (points.length > 0) {
    const fromHead = displayWidth(head.join('')) <= displayWidth(tail.join(''));
    const next = (fromHead ? points.shift() : points.pop()) ?? '';
    left -= displayWidth(next);
    if (left < 0) break;
    if (fromHead) head.push(next);
    else tail.unshift(next);
  }
  return `${head.join('')}…${tail.join('')}`;
}
