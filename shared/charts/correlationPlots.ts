import type { CorrelationsSection } from '../domain/correlations.ts';
import { coefficientOf, correlationNames, type RelatedPair } from '../text/describeCorrelations.ts';
import type { ChartTheme } from './chartTheme.ts';
import { pairMatrix } from './pairMatrix.ts';
import type { TitledPlot } from './performancePlots.ts';
import { squareGrid, type SquareGrid } from './squareGrid.ts';

/** More columns make cells that cannot be told apart; those of the strongest and most changed pairs are drawn. */
export const drawnColumns = 20;

interface Group {
  readonly columns: readonly string[];
  readonly pairs: readonly RelatedPair[];
}

function namesToDraw({ columns, pairs }: Group): string[] {
  if (columns.length <= drawnColumns) return [...columns];
  const byChange = [...pairs].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const candidates = new Set(columns);
  const chosen = new Set<string>();
  for (let place = 0; place < pairs.length && chosen.size < drawnColumns; place++) {
    for (const name of [pairs[place]!.a, pairs[place]!.b, byChange[place]!.a, byChange[place]!.b]) {
      if (chosen.size < drawnColumns && candidates.has(name)) chosen.add(name);
    }
  }
  return columns.filter((name) => chosen.has(name));
}

type Value = (pair: RelatedPair) => number | null;
type Draw = (given: Pick<SquareGrid, 'valueOf' | 'colour' | 'full'>, title: string) => string;

/** Both sides and the change of some pairs. */
function threePlots(
  pairs: readonly RelatedPair[],
  what: string,
  { method }: CorrelationsSection,
  theme: ChartTheme,
  drawn: Draw,
): TitledPlot[] {
  const found = new Map(pairs.map((pair) => [JSON.stringify([pair.a, pair.b]), pair]));
  const pairOf = (a: string, b: string): RelatedPair | undefined => found.get(JSON.stringify([a, b])) ?? found.get(JSON.stringify([b, a]));
  const draw = (id: string, title: string, colour: string, value: Value): TitledPlot => {
    const valueOf = (a: string, b: string): number | null => {
      const pair = pairOf(a, b);
      return pair === undefined ? null : value(pair);
    };
    return { id, title, svg: drawn({ valueOf, colour, full: 1 }, title) };
  };
  const side = (name: 'reference' | 'current'): TitledPlot =>
    draw(`${what}-${name}`, `${what}, ${name}`, theme[name], (pair) => coefficientOf(pair, name, method));
  return [side('reference'), side('current'), draw(`${what}-change`, `${what}, change`, theme.text, ({ change }) => change)];
}

function plotsOf(group: Group, what: string, section: CorrelationsSection, theme: ChartTheme): TitledPlot[] {
  if (group.pairs.length < 2) return [];
  const names = namesToDraw(group);
  return threePlots(group.pairs, what, section, theme, (given, title) => {
    const alternative = `${title}, for ${names.length} of ${group.columns.length} columns; the numbers are in the table.`;
    return pairMatrix({ names, ...given, alternative }, theme);
  });
}

/** Numbers down, categories across. */
function mixedPlots(section: CorrelationsSection, theme: ChartTheme): TitledPlot[] {
  const { numeric, categorical, mixed } = section;
  if (mixed.pairs.length < 2) return [];
  const rows = namesToDraw({ columns: numeric.columns, pairs: mixed.pairs });
  const columns = namesToDraw({ columns: categorical.columns, pairs: mixed.pairs });
  return threePlots(mixed.pairs, 'Correlation ratio', section, theme, (given, title) => {
    const of = `${rows.length} of ${numeric.columns.length} columns of numbers by ${columns.length} of ${categorical.columns.length} of categories`;
    return squareGrid(
      { rows, columns, triangle: false, ...given, alternative: `${title}, for ${of}; the numbers are in the table.` },
      theme,
    );
  });
}

/** How pairs hang together on each side, and what changed: numbers first, then categories, then numbers with categories. */
export function correlationPlots(section: CorrelationsSection, theme: ChartTheme): TitledPlot[] {
  return [
    ...plotsOf(section.numeric, `${correlationNames[section.method]} correlation`, section, theme),
    ...plotsOf(section.categorical, 'Cramér’s V', section, theme),
    ...mixedPlots(section, theme),
  ];
}
