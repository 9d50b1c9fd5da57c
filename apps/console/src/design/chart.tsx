import { useEffect, useRef } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { useTheme } from './theme.js';

type Props = {
  readonly option: EChartsCoreOption;
  /** What the chart shows, for screen readers; a table beside it has every value. */
  readonly label: string;
  readonly height?: number;
  /** The name of the category and the series that were clicked. */
  readonly onPick?: (category: string, series: string) => void;
};

type Picked = { readonly name: string; readonly seriesName?: string };

/** A chart; its library is loaded when the first one is shown. */
export const Chart = ({ option, label, height = 320, onPick }: Props) => {
  const [place, theme] = [useRef<HTMLDivElement>(null), useTheme()];
  const picked = useRef(onPick);
  picked.current = onPick;
  useEffect(() => {
    let isGone = false;
    let end = () => undefined as void;
    void import('./echarts.js').then(({ init }) => {
      if (isGone || !place.current) return;
      const chart = init(place.current);
      chart.setOption(option);
      chart.on('click', (event) => {
        const { name, seriesName = '' } = event as Picked;
        picked.current?.(name, seriesName);
      });
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(place.current);
      end = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      end();
    };
  }, [option, theme]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
};
