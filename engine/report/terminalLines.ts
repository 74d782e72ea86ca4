import { sections } from '#shared/domain/sections.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { alignedTable } from './alignedTable.ts';
import { withoutControls } from './displayWidth.ts';
import { fitColumns } from './fitColumns.ts';
import type { Paint, Piece, PlainBlock, PlainContext, PlainSection, PlainTable } from './plainSection.ts';

function painted({ text, shade }: Piece, paint: Paint): string {
  return shade === undefined ? withoutControls(text) : paint(withoutControls(text), shade);
}

function tableLines(table: PlainTable, width: number, paint: Paint): string[] {
  const { columns, rows, shade, inTerminal } = table;
  const shown = inTerminal === undefined ? rows : rows.slice(0, inTerminal.rows);
  const { kept, most } = fitColumns(columns, shown, width);
  // Only a table that says what may be left out is fitted to the terminal.
  const places = columns.some(({ givesWay }) => givesWay === true) ? kept : columns.map((_, i) => i);
  const fittedColumns = places.map((i) => (columns[i]!.givesWay === true ? { ...columns[i]!, most } : columns[i]!));
  const cells = shown.map((row) => places.map((i) => row[i] ?? ''));
  const colour = (text: string, row: number, at: number): string => {
    const found = shade?.(row, places[at]!) ?? null;
    return found === null ? text : paint(text, found);
  };
  const rest = rows.length - shown.length;
  const more = rest === 0 || inTerminal?.more === undefined ? [] : [paint(inTerminal.more(formatCount(rest)), 'quiet')];
  return [...alignedTable(fittedColumns, cells, paint, colour), ...more];
}

function blockLines(block: PlainBlock, width: number, paint: Paint): string[] {
  if (block.kind === 'table') return tableLines(block, width, paint);
  if (block.kind === 'gap') return [''];
  if (block.kind === 'heading') return [paint(withoutControls(block.text), 'strong')];
  return [block.pieces.map((piece) => painted(piece, paint)).join('')];
}

/** A section as lines for a terminal of so many cells; none where it has nothing to say. */
export function terminalLines(section: PlainSection, context: PlainContext, width: number, paint: Paint): string[] {
  const told = section.terminal === 'never' ? null : section.tell(context);
  if (told === null) return [];
  const note = told.note === undefined ? '' : `  ${painted(told.note, paint)}`;
  const title = section.terminal === 'without-title' ? [] : [paint(sections.get(section.id)!.label, 'strong') + note];
  return [...title, ...told.blocks.flatMap((block) => blockLines(block, width, paint))];
}
