// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** @typedef {{ files: number[], functions: number[], anys: number, top: { files: number, folders: number } }} Measured */

/**
 * Sizes of the TypeScript below a folder, in lines that are not blank.
 *
 * @param {string} folder
 * @returns {Measured}
 */
export function measure(folder) {
  const sources = paths(folder, '.ts').map((path) => readFileSync(path, 'utf8'));
  const functions = [];
  let anys = 0;
  for (const text of sources) {
    const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
    for (const node of nodesOf(source)) {
      if (node.kind === ts.SyntaxKind.AnyKeyword) anys++;
      if (isMeasured(node)) functions.push(lines(node.getText(source)));
    }
  }
  const entries = readdirSync(folder, { withFileTypes: true });
  const top = {
    files: entries.filter((one) => one.isFile()).length,
    folders: entries.filter((one) => one.isDirectory()).length,
  };
  return { files: sources.map(lines), functions, anys, top };
}

/** @param {ts.Node} node @returns {Generator<ts.Node>} */
function* nodesOf(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/**
 * Functions, methods, accessors and constructors. An overload or a type has no body, and an arrow with an expression for
 * a body is part of the line it stands in.
 *
 * @param {ts.Node} node
 */
function isMeasured(node) {
  if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return false;
  return !ts.isArrowFunction(node) || ts.isBlock(node.body);
}

/** @param {string} text */
function lines(text) {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** @param {string} folder @param {string} extension */
function paths(folder, extension) {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return below.filter((path) => path.endsWith(extension)).map((path) => join(folder, path));
}

/** The median, the value that nine of ten do not exceed, and the largest. @param {readonly number[]} values */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return `${at(0.5)}/${at(0.9)}/${at(1)}`;
}

/** @param {string} title @param {Measured} measured */
function row(title, { files, functions, anys, top }) {
  const topLevel = `${top.files} + ${top.folders}`;
  return `| ${title} | ${files.length} | ${spread(files)} | ${functions.length} | ${spread(functions)} | ${topLevel} | ${anys} |`;
}

/**
 * The figures of one checkout as a Markdown table.
 *
 * @param {string} root
 */
export function report(root) {
  const templates = paths(join(root, 'templates'), '.ejs').map((path) => readFileSync(path, 'utf8'));
  const sum = templates.reduce((total, text) => total + text.trimEnd().split('\n').length, 0);
  return `| non-blank lines, p50/p90/max | files | lines of a file | functions | lines of a function | top level | \`any\` |
|---|---|---|---|---|---|---|
${row('`src`', measure(join(root, 'src')))}
${row('`native-plugin/src`', measure(join(root, 'native-plugin/src')))}

Templates: ${templates.length} files, ${sum} lines.
`;
}

const [, script, folder = fileURLToPath(new URL('..', import.meta.url))] = process.argv;
if (script === fileURLToPath(import.meta.url)) process.stdout.write(report(folder));
