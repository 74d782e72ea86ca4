import type { ColumnReport } from '#shared/domain/report.ts';
import type { DescriptorDrift, TextColumn, TextDescriptor, TextDriftSection } from '#shared/domain/text.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { PairReader } from '../data/evidence/pairReader.ts';
import { textExpression, type TextSide } from '../data/evidence/textCounts.ts';
import { nonLetterShare, presentText, wordList } from '../data/evidence/textWords.ts';
import { withUnknownWords } from '../data/evidence/unknownWords.ts';
import { judgeDescriptor } from './judgeDescriptor.ts';

type Work = Pick<AnalysisWork, 'database' | 'datasets' | 'settings' | 'context' | 'pacer' | 'gathered'>;

interface TextSides {
  readonly reference: TextSide;
  readonly current: TextSide;
}

const readable: Readonly<Record<Exclude<TextDescriptor, 'unknown-word-share'>, (text: string) => string>> = {
  characters: (text) => `length(${text})::double`,
  words: (text) => `len(${wordList(text)})::double`,
  'non-letter-share': (text) => `${nonLetterShare(text)}::double`,
};

function sidesOf({ datasets }: Work, column: string): TextSides {
  const side = ({ columns, view }: { columns: readonly DatasetColumn[]; view: string }): TextSide => ({
    view,
    expression: textExpression(columns.find((each) => each.column === column)!),
  });
  return { reference: side(datasets.reference), current: side(datasets.current) };
}

async function unknownWords(work: Work, sides: TextSides): Promise<DescriptorDrift> {
  const { database, context, pacer, settings } = work;
  const emptyIsMissing = settings.missing.includes('empty-string');
  return withUnknownWords(database, context, { ...sides, emptyIsMissing }, (tables) =>
    new PairReader(database, tables, { context, pacer }).read({ reference: 'share', current: 'share' }, (pair) =>
      judgeDescriptor('unknown-word-share', pair, settings, pacer),
    ),
  );
}

async function descriptorsOf(work: Work, reader: PairReader, sides: TextSides): Promise<DescriptorDrift[]> {
  const { settings, pacer } = work;
  const emptyIsMissing = settings.missing.includes('empty-string');
  const found: DescriptorDrift[] = [];
  for (const [descriptor, sql] of Object.entries(readable) as [keyof typeof readable, (text: string) => string][]) {
    const of = ({ expression }: TextSide): string => sql(`(${presentText(expression, emptyIsMissing)})`);
    const expressions = { reference: of(sides.reference), current: of(sides.current) };
    found.push(await reader.read(expressions, (pair) => judgeDescriptor(descriptor, pair, settings, pacer)));
  }
  return [...found, await unknownWords(work, sides)];
}

function columnOf(report: ColumnReport, work: Work, descriptors: DescriptorDrift[]): TextColumn {
  const tested = report.status === 'tested';
  const content = work.gathered.get(report.column)?.content ?? null;
  return {
    column: report.column,
    drifted: tested ? report.drifted : null,
    sentence: report.sentence,
    content,
    descriptors,
    reasons: { ...(tested ? {} : { drifted: 'not-tested' }), ...(content === null ? { content: 'not-tested' } : {}) },
  };
}

/** What changed in each column of text: its content, and the numbers read off each text. Exact but for the content. */
export async function measureTextDrift(work: Work, texts: readonly ColumnReport[]): Promise<TextDriftSection> {
  const reader = new PairReader(work.database, work.datasets, work);
  const columns: TextColumn[] = [];
  for (const [place, text] of texts.entries()) {
    work.context.progress({ share: place / texts.length, message: `Comparing the texts of ${text.column}` });
    columns.push(columnOf(text, work, await descriptorsOf(work, reader, sidesOf(work, text.column))));
  }
  const tested = columns.filter(({ drifted }) => drifted !== null).length;
  const drifted = columns.filter((column) => column.drifted === true).length;
  return {
    numberOfColumns: tested,
    numberOfDriftedColumns: drifted,
    shareOfDriftedColumns: tested === 0 ? null : drifted / tested,
    columns,
    reasons: tested === 0 ? { shareOfDriftedColumns: 'not-tested' } : {},
  };
}
