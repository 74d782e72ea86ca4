/** Takes from text what Markdown, or HTML within Markdown, would act on. */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/[\s\u0000-\u001F\u007F]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~:@]/g, '\\$&');
}
