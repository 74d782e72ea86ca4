/** Shortens a name in its middle, so that both ends stay readable; counts code points, never cuts one in two. */
export function middleEllipsis(text: string, maxLength: number): string {
  const points = Array.from(text);
  if (points.length <= maxLength) return text;
  if (maxLength <= 1) return '…';
  const head = Math.ceil((maxLength - 1) / 2);
  const tail = maxLength - 1 - head;
  return `${points.slice(0, head).join('')}…${tail === 0 ? '' : points.slice(-tail).join('')}`;
}
