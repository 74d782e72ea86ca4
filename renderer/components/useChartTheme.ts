import { useComputedColorScheme } from '@mantine/core';
import { darkCharts, lightCharts, type ChartTheme } from '#shared/charts/chartTheme.ts';

export function useChartTheme(): ChartTheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' ? darkCharts : lightCharts;
}
