import type { ReportSettings } from '#shared/domain/settings.ts';
import { hasSection } from '#shared/domain/sections.ts';
import { own } from '#shared/lib/own.ts';
import { seededRandom } from '#shared/lib/random.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { textExpression, type CategoryTable } from '../data/evidence/textCounts.ts';
import { sampleTextWords } from '../data/evidence/textWords.ts';
import { seededRanks } from '../stats/seededRanks.ts';
import { classifyTexts, fewestTexts } from '../text/classifyTexts.ts';
import { tellingWords } from '../text/tellingWords.ts';
import type { ColumnAnalysis } from './analysis.ts';
import { categoricalEvidence, categoriesOfText } from './categoryColumn.ts';
import type { Sources } from './gatherNumbers.ts';
import { findMethod } from './methods.ts';
import { textClassifierTest } from './methods/textClassifierTest.ts';

const seed = 20_260_301;

interface TextColumn {
  readonly reference: DatasetColumn;
  readonly current: DatasetColumn;
  readonly table: CategoryTable;
  readonly settings: ReportSettings;
  readonly sources: Sources;
}

/** Whether the content of a text column is to be compared: the section is asked for, or a method for text is. */
export function wantsContent(column: string, settings: ReportSettings): boolean {
  const named = [own(settings.drift.methods, column), settings.drift.method];
  return (
    hasSection(settings, 'text-drift') || named.some((name) => typeof name === 'string' && findMethod(name).appliesTo.includes('text'))
  );
}

async function wordsOfSample({ reference, current, table, settings, sources }: TextColumn, random: () => number) {
  const { database, context, pacer } = sources;
  const ranks = (valid: number): Float64Array => seededRanks(valid, textClassifierTest.mostValues ?? valid, random);
  const wanted = {
    reference: { view: sources.reference.view, expression: textExpression(reference) },
    current: { view: sources.current.view, expression: textExpression(current) },
    emptyIsMissing: settings.missing.includes('empty-string'),
    ranks: { reference: ranks(table.reference.valid), current: ranks(table.current.valid) },
  };
  return database.using(context.signal, (connection) => sampleTextWords(connection, wanted, pacer));
}

/** Gives a column of text its evidence: what a classifier of words makes of a seeded sample of both sides. */
export async function addContent(analysis: ColumnAnalysis, column: TextColumn): Promise<ColumnAnalysis> {
  const { table, sources } = column;
  if (Math.min(table.reference.valid, table.current.valid) < fewestTexts) {
    const sentence = `A classifier of words needs at least ${formatCount(fewestTexts)} texts a side.`;
    return { ...analysis, notTested: { reason: 'too-few-values', sentence } };
  }
  const random = seededRandom(seed);
  const texts = await wordsOfSample(column, random);
  const found = await sources.pacer.run(classifyTexts(texts, random));
  const words = await sources.pacer.run(tellingWords(texts));
  return {
    ...analysis,
    evidence: { ...categoricalEvidence(categoriesOfText(table)), kind: 'text', content: found },
    content: { ...found, texts: { reference: texts.reference.length, current: texts.current.length }, ...words },
    notTested: null,
  };
}
