import { createHash } from 'node:crypto';
import type { ReportDocument } from './buildDocument.ts';
import { markup, ownMarkup, type Markup } from './markup.ts';
import { pageScript } from './pageScript.ts';
import { pageStyle } from './pageStyle.ts';

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Nothing may be fetched; only the style and the script of this very page may take effect. */
function policyFor(style: string): string {
  return `default-src 'none'; style-src ${sourceHash(style)}; script-src ${sourceHash(pageScript)}; base-uri 'none'; form-action 'none'`;
}

function sectionOf({ id, title, content }: ReportDocument['sections'][number], position: number): Markup {
  if (position === 0) return markup`<section id="${id}">${content}</section>\n`;
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${content}</section>\n`;
}

/** Makes a document one HTML file that needs nothing else: no network, no script to be read. */
export function toHtml(document: ReportDocument): string {
  const style = pageStyle + (document.style ?? '');
  const page = markup`<!doctype html>
<html lang="${document.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Driftglass">
<title>${document.verdict.word}: ${document.title}</title>
<style>${ownMarkup(style)}</style></head>
<body><main>
${document.sections.map(sectionOf)}</main>
<script>${ownMarkup(pageScript)}</script></body></html>
`;
  return page.text;
}
