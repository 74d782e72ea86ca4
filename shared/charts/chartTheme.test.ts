import { expect, test } from 'vitest';
import { darkCharts, lightCharts } from './chartTheme.ts';

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('everything written in a chart can be read on its card, by day and by night', () => {
  for (const [theme, card] of [[lightCharts, '#ffffff'], [darkCharts, '#161d27']] as const) {
    for (const colour of [theme.reference, theme.current, theme.text, theme.muted]) {
      expect(contrast(colour, card), `${colour} on ${card}`).toBeGreaterThanOrEqual(4.5);
    }
  }
}); // prettier-ignore
