/** Takes from text what Markdown, or HTML within Markdown, would act on. Line breaks become spaces. */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/[\s\u0000-\u001F\u007F]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@]|:(?!\s|$)/g, '\\$&')
    .replaceAll(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`);
}

/** The same of text that begins a line, where also dashes and numbers make lists, rules and titles. */
export function plainMarkdownLine(text: string): string {
  return plainMarkdown(text)
    .trim()
    .replace(/^(?=[-=])/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
