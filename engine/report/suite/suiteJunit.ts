import type { CheckResult, SuiteRun } from '#shared/domain/suite.ts';
import { groupOrder, groupTitles } from '#shared/text/suiteVerdict.ts';
import { escapeHtml } from '../markup.ts';

/** XML 1.0 cannot hold most control characters, not even escaped. */
function xml(text: string): string {
  return escapeHtml(text.replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD').replaceAll(/\s+/g, ' '));
}

function body({ status, sentence }: CheckResult): string {
  if (status === 'fail') return `<failure message="${xml(sentence)}"/>`;
  if (status === 'error') return `<error message="${xml(sentence)}"/>`;
  if (status === 'skipped') return `<skipped message="${xml(sentence)}"/>`;
  return `<system-out>${status === 'warning' ? 'Warning: ' : ''}${xml(sentence)}</system-out>`;
}

function testcase(result: CheckResult): string {
  return `    <testcase name="${xml(result.id)}" classname="driftglass.${result.group}">${body(result)}</testcase>`;
}

function counts(results: readonly CheckResult[]): string {
  const of = (status: CheckResult['status']): number => results.filter((result) => result.status === status).length;
  return `tests="${results.length}" failures="${of('fail')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

/** A test run as JUnit XML: one test suite a group, one test case a check. Warnings pass, and say so in their output. */
export function suiteJunit(run: SuiteRun): string {
  const groups = groupOrder.flatMap((group) => {
    const results = run.results.filter((result) => result.group === group);
    if (results.length === 0) return [];
    const head = `  <testsuite name="${groupTitles[group]}" ${counts(results)} timestamp="${run.createdAt.slice(0, 19)}">`;
    return [head, ...results.map(testcase), '  </testsuite>'];
  });
  const { total, fail, error, skipped } = run.summary;
  const head = `<testsuites name="${xml(run.name)}" tests="${total}" failures="${fail}" errors="${error}" skipped="${skipped}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...groups, '</testsuites>', ''].join('\n');
}
