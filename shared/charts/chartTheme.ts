/** The colours and the font of a picture. Reference and current keep theirs in every picture of the product. */
export interface ChartTheme {
  readonly reference: string;
  readonly current: string;
  readonly text: string;
  readonly muted: string;
  readonly axis: string;
  readonly grid: string;
  readonly font: string;
}

const font = "'Inter Variable', Inter, system-ui, sans-serif";

export const lightCharts: ChartTheme = {
  reference: '#64748B',
  current: '#2563EB',
  text: '#1E293B',
  muted: '#5B6677',
  axis: '#94A3B8',
  grid: '#E5E9F0',
  font,
};

export const darkCharts: ChartTheme = {
  reference: '#94A3B8',
  current: '#60A5FA',
  text: '#E2E8F0',
  muted: '#9AA7BA',
  axis: '#526077',
  grid: '#28313F',
  font,
};
