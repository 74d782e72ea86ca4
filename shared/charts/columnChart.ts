import type { EChartsOption } from 'echarts';
import type { ColumnReport } from '../domain/report.ts';
import { categoryChart, categoryChartHeight } from './categoryChart.ts';
import type { ChartTheme } from './chartTheme.ts';
import { distributionChart } from './distributionChart.ts';

/** A picture and the height it wants, in pixels. */
export interface ColumnChart {
  readonly option: EChartsOption;
  readonly height: number;
}

/** The picture of a column: its distributions or its categories; null where there is nothing to draw. */
export function columnChart(column: Pick<ColumnReport, 'kind' | 'histogram'>, theme: ChartTheme): ColumnChart | null {
  const { histogram, kind } = column;
  if (histogram === null) return null;
  if (histogram.kind === 'categories') {
    if (histogram.categories.length === 0) return null;
    return { option: categoryChart(histogram, theme), height: categoryChartHeight(histogram) };
  }
  if (histogram.reference.length === 0) return null;
  return { option: distributionChart(histogram, theme, kind === 'datetime' ? 'time' : 'number'), height: 240 };
}
