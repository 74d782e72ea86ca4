import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkPointComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ColumnChart } from '#shared/charts/columnChart.ts';
import type { ChartTheme } from '#shared/charts/chartTheme.ts';
import { escapeHtml } from './markup.ts';

use([BarChart, LineChart, GridComponent, MarkPointComponent, SVGRenderer]);

const width = 560;

/** Stand-ins that no chart would choose; in the SVG they become the variables of the page, which has two themes. */
const standIns = {
  reference: '#010203',
  current: '#010204',
  text: '#010205',
  muted: '#010206',
  axis: '#010207',
  grid: '#010208',
} as const;

/** The theme charts of a report are drawn with. */
export const pageCharts: ChartTheme = { ...standIns, font: 'inherit' };

/** The same for pictures that are written as SVG right away. */
export const pageVariables: ChartTheme = {
  reference: 'var(--reference)',
  current: 'var(--current)',
  text: 'var(--text)',
  muted: 'var(--muted)',
  axis: 'var(--axis)',
  grid: 'var(--grid)',
  font: 'inherit',
};

function round(digits: string): string {
  return String(Math.round(Number(digits) * 10) / 10);
}

/** ECharts numbers ids and classes for as long as the process lives; here they are numbered within the picture. */
function renumbered(svg: string, name: string): string {
  const seen = new Map<string, string>();
  return svg.replaceAll(/\bzr\d+-([a-z]+)-?\d+/g, (id, kind: string) => {
    const known = seen.get(id) ?? `${name}-${kind}${seen.size}`;
    seen.set(id, known);
    return known;
  });
}

/** Lines drawn alike, one after the other, become one path. */
function joinedPaths(svg: string): string {
  const same = /<path d="([^"]*)" ([^>]*)\/>\s*<path d="([^"]*)" \2\/>/;
  let text = svg;
  for (let found = same.exec(text); found !== null; found = same.exec(text)) {
    const [whole, first = '', attributes = '', second = ''] = found;
    const path = first.endsWith(second) ? first : first + second;
    text = text.slice(0, found.index) + `<path d="${path}" ${attributes}/>` + text.slice(found.index + whole.length);
  }
  return text;
}

/** One text element with nothing but its anchor, weight, place and colour; the page gives the rest. */
function plainText(_: string, attributes: string): string {
  const read = (pattern: RegExp): string => pattern.exec(attributes)?.[1] ?? '0';
  const x = Number(read(/translate\(([-\d.]+)/)) + Number(read(/ x="([-\d.]+)"/));
  const y = Number(read(/translate\([-\d.]+ ([-\d.]+)\)/)) + Number(read(/ y="([-\d.]+)"/));
  const anchor = read(/text-anchor="(\w+)"/);
  const kept = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    attributes.includes('font-weight:600') ? ' font-weight="600"' : '',
    ` fill="${read(/ fill="([^"]*)"/)}"`,
  ];
  return `<text x="${round(String(x))}" y="${round(String(y))}"${kept.join('')}>`;
}

/** Takes out what only a live chart needs (hover styles, data marks, fonts, white space) and rounds to a tenth of a pixel. */
function cleaned(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replaceAll(/<style\b[\s\S]*?<\/style>/g, '')
    .replaceAll(/<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/g, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/<text\b([^>]*)>/g, plainText)
    .replaceAll(/ d="([^"]*)"/g, (_, path: string) => ` d="${path.replaceAll(/-?\d+\.\d+/g, round)}"`)
    .replaceAll(/<path [^>]*transform="matrix\(0,0,0,0,[^>]*><\/path>/g, '')
    .replaceAll('></path>', '/>')
    .replaceAll(/\n+/g, '');
}

function withPageColours(svg: string): string {
  return Object.entries(standIns).reduce((text, [role, colour]) => text.replaceAll(colour, `var(--${role})`), svg);
}

/** Draws a chart as SVG for a page: no script, no ids shared with other pictures, the same bytes in every process. */
export function drawSvg({ option, height }: ColumnChart, name: string, description: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    const { tooltip: _, ...still } = option;
    chart.setOption(still);
    const body = joinedPaths(withPageColours(renumbered(cleaned(chart.renderToSVGString()), name)));
    return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(description)}">${body}</svg>`;
  } finally {
    chart.dispose();
  }
}
