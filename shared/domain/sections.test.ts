import { expect, test } from 'vitest';
import { chosenSections, hasSection, reportPresets, sections, withSections } from './sections.ts';

test('without a choice a report has the usual sections', () => {
  expect(chosenSections(null)).toEqual(sections.all.filter(({ usual }) => usual).map(({ id }) => id));
});

test('a choice is brought into the order of the table', () => {
  expect(chosenSections(['performance', 'data-drift'])).toEqual(['data-drift', 'performance']);
  expect(hasSection({ sections: ['performance'] }, 'data-drift')).toBe(false);
});

test('sections can be added to a choice; what is there already changes nothing', () => {
  expect(withSections(null, ['data-drift'])).toBeNull();
  expect(withSections(['performance'], ['data-drift'])).toEqual(['data-drift', 'performance']);
});

test('every section is in a preset besides the one that has them all', () => {
  const named = new Set(reportPresets.all.filter(({ id }) => id !== 'everything').flatMap((preset) => preset.sections));
  expect(sections.all.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
