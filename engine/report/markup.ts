/** Text that is HTML already. Everything else is escaped where it is put in. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | false | readonly Content[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes any text harmless inside an element or a quoted attribute; characters HTML cannot hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');
}

function write(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(String(content));
  return content.map(write).join('');
}

/** A piece of HTML (the tag is not called html, since formatters rewrite what is in such templates): what is put in is escaped unless it is Markup; null and false leave nothing. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.map((string, i) => string + (i < contents.length ? write(contents[i] ?? null) : '')).join(''));
}

/** Marks text of our own making (SVG, CSS, script) as HTML. Never for anything that came from data. */
export function ownMarkup(text: string): Markup {
  return new Markup(text);
}
