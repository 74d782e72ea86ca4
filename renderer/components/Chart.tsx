import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, MarkPointComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  readonly option: EChartsOption;
  readonly height: number;
  /** The picture in words, for those who do not see it. */
  readonly alternative: string;
}

/** Draws a chart on a canvas and follows the size of its place. */
export function Chart({ option, height, alternative }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const made = init(element, undefined, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.resize({ height });
    chart.current?.setOption(option, { notMerge: true });
  }, [option, height]);
  return <div ref={place} role="img" aria-label={alternative} style={{ height }} />;
}
