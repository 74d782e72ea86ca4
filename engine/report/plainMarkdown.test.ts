import { expect, test } from 'vitest';
import { plainMarkdown, plainMarkdownLine } from './plainMarkdown.ts';

test.each([
  ['a|b\n`c`', 'a\\|b \\`c\\`'],
  ['<b> & x', '&lt;b&gt; &amp; x'],
  ['[l](http://x) www.x.org', '\\[l\\]\\(http\\://x\\) www\\.x.org'],
  ['found: 3 of 4, as :smile:', 'found: 3 of 4, as \\:smile:'],
])('%j becomes text within a line', (text, shown) => {
  expect(plainMarkdown(text)).toBe(shown);
});

test.each([
  ['---', '\\---'],
  ['=== x', '\\=== x'],
  ['  - x', '\\- x'],
  ['12. x', '12\\. x'],
  ['3) x', '3\\) x'],
  ['# x', '\\# x'],
  ['> x', '&gt; x'],
  ['0.5 of x', '0\\.5 of x'],
  ['− 3', '− 3'],
])('%j begins no list, rule or title', (text, shown) => {
  expect(plainMarkdownLine(text)).toBe(shown);
});
