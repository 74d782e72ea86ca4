import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import ts from 'typescript';
import { root } from './env.mjs';
import { sourceFiles } from './sourceFiles.mjs';

// npm run sizes: how long files and functions are, against what the house allows. Functions of tests and of the
// stand-in for Electron may be longer.

const limits = { file: 400, function: 80 };
const fewestFiles = 200;
const kinds = { '.ts': ts.ScriptKind.TS, '.tsx': ts.ScriptKind.TSX, '.mjs': ts.ScriptKind.JS };
/** Written by a program, and read by none of us. */
const generated = /_pb\.ts$/;
const longFunctionsIn = /\.test\.tsx?$|^e2e\/|^fixtures\//;

function nameOf(node, file) {
  const owner = node.name ?? node.parent.name;
  return owner === undefined ? '(no name)' : owner.getText(file);
}

function functionsOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kinds[extname(path)]);
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body !== undefined) {
      const line = (position) => file.getLineAndCharacterOfPosition(position).line;
      found.push({ name: `${path}: ${nameOf(node, file)}`, lines: line(node.end) - line(node.getStart(file)) + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function measure() {
  const files = [];
  const functions = [];
  for (const path of sourceFiles(...Object.keys(kinds)).filter((each) => !generated.test(each))) {
    const text = readFileSync(join(root, path), 'utf8');
    files.push({ name: path, lines: text.split('\n').length - 1 });
    if (!longFunctionsIn.test(path)) functions.push(...functionsOf(path, text));
  }
  return { files, functions };
}

function row(what, items, limit) {
  const lines = items.map((item) => item.lines).sort((a, b) => a - b);
  const at = (share) => lines[Math.min(lines.length - 1, Math.floor(share * lines.length))] ?? 0;
  return { what, number: lines.length, median: at(0.5), 'nine in ten': at(0.9), longest: lines.at(-1) ?? 0, limit };
}

function main() {
  const { files, functions } = measure();
  console.table([row('files', files, limits.file), row('functions', functions, limits.function)]);
  const longest = [...files].sort((a, b) => b.lines - a.lines).slice(0, 5);
  console.log(`Longest files: ${longest.map(({ name, lines }) => `${name} ${lines}`).join(' · ')}`);
  const tooLong = [...files.filter(({ lines }) => lines > limits.file), ...functions.filter(({ lines }) => lines > limits.function)];
  for (const { name, lines } of tooLong) console.error(`too long: ${name} has ${lines} lines`);
  if (files.length < fewestFiles) console.error(`only ${files.length} files were measured; at least ${fewestFiles} are expected`);
  return tooLong.length > 0 || files.length < fewestFiles ? 1 : 0;
}

process.exitCode = main();
