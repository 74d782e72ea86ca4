import { expect, test } from 'vitest';
import { escapeHtml, markup, ownMarkup } from './markup.ts';

test('text from data cannot leave its element or its attribute', () => {
  expect(escapeHtml(`<a href="x" onclick='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;amp;');
  expect(markup`<b title="${'" onload="x'}">${'</b><script>'}</b>`.text).toBe(
    '<b title="&quot; onload=&quot;x">&lt;/b&gt;&lt;script&gt;</b>',
  );
});

test('characters that HTML cannot hold become replacement characters', () => {
  expect(escapeHtml('a\u0000b\u001bc\rd\ud800e\ttab\nline')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\ttab\nline');
  expect(escapeHtml('🚕')).toBe('🚕');
});

test('pieces nest without being escaped twice, lists are joined, nothing leaves nothing', () => {
  const items = ['<1>', '<2>'].map((item) => markup`<li>${item}</li>`);
  expect(markup`<ul>${items}${null}${false}${0}</ul>`.text).toBe('<ul><li>&lt;1&gt;</li><li>&lt;2&gt;</li>0</ul>');
  expect(markup`${ownMarkup('<svg/>')}`.text).toBe('<svg/>');
});
