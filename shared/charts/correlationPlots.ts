import type { CorrelationsSection } from '../domain/correlations.ts';
import { coefficientOf, correlationNames, type RelatedPair } from '../text/describeCorrelations.ts';
import type { ChartTheme } from './chartTheme.ts';
import { pairMatrix } from './pairMatrix.ts';
import type { TitledPlot } from './performancePlots.ts';

/** More columns make cells that cannot be told apart; those of the strongest and most changed pairs are drawn. */
export const drawnColumns = 20;

function namesToDraw(columns: readonly string[], pairs: readonly RelatedPair[]): string[] {
  if (columns.length <= drawnColumns) return [...columns];
  const byChange = [...pairs].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const chosen = new Set<string>();
  for (let place = 0; place < pairs.length && chosen.size < drawnColumns; place++) {
    for (const name of [pairs[place]!.a, pairs[place]!.b, byChange[place]!.a, byChange[place]!.b]) {
      if (chosen.size < drawnColumns) chosen.add(name);
    }
  }
  return columns.filter((name) => chosen.has(name));
}

type Value = (pair: RelatedPair) => number | null;

function plotsOf(
  group: { readonly columns: readonly string[]; readonly pairs: readonly RelatedPair[] },
  what: string,
  section: CorrelationsSection,
  theme: ChartTheme,
): TitledPlot[] {
  if (group.pairs.length < 2) return [];
  const names = namesToDraw(group.columns, group.pairs);
  const found = new Map(group.pairs.map((pair) => [JSON.stringify([pair.a, pair.b]), pair]));
  const pairOf = (a: string, b: string): RelatedPair | undefined => found.get(JSON.stringify([a, b])) ?? found.get(JSON.stringify([b, a]));
  const draw = (id: string, title: string, colour: string, value: Value, full: number): TitledPlot => {
    const valueOf = (a: string, b: string): number | null => {
      const pair = pairOf(a, b);
      return pair === undefined ? null : value(pair);
    };
    const alternative = `${title}, for ${names.length} of ${group.columns.length} columns; the numbers are in the table.`;
    return { id, title, svg: pairMatrix({ names, valueOf, colour, full, alternative }, theme) };
  };
  const side = (name: 'reference' | 'current'): TitledPlot =>
    draw(`${what}-${name}`, `${what}, ${name}`, theme[name], (pair) => coefficientOf(pair, name, section.method), 1);
  return [side('reference'), side('current'), draw(`${what}-change`, `${what}, change`, theme.text, ({ change }) => change, 1)];
}

/** How pairs hang together on each side, and what changed: numbers first, then categories. */
export function correlationPlots(section: CorrelationsSection, theme: ChartTheme): TitledPlot[] {
  return [
    ...plotsOf(section.numeric, `${correlationNames[section.method]} correlation`, section, theme),
    ...plotsOf(section.categorical, 'Cramér’s V', section, theme),
  ];
}
