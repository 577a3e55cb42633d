// @ts-check
import ts from 'typescript';

/**
 * @typedef {{ names: readonly string[], node: ts.Statement, refersTo: ReadonlySet<string> }} Part a statement; it
 * refers to names of others, to `Diagnostics.Name`, and to `Diagnostics.*` where the table is used as a whole
 */

/**
 * TypeScript as a module of its own declarations, less those that nothing wanted can reach. What is left out is decided
 * by names alone, wherever they are written, so that too much is kept rather than too little.
 *
 * @param {string} code of `typescript.js`: one function around all of its declarations
 * @param {{ names: ReadonlySet<string>, cut: readonly string[] }} wanted names to export, of those that it declares, and
 *   functions that throw when they are called: nothing that only they need is kept
 */
export function reduceCompiler(code, { names: wanted, cut }) {
  const statements = statementsOf(code);
  const declared = new Set(statements.flatMap(namesOf));
  const roots = [...wanted].filter((name) => declared.has(name)).sort();
  const missing = cut.filter((name) => !declared.has(name));
  if (missing.length > 0) throw new Error(`TypeScript has no ${missing.join(', ')} any more.`);
  const parts = statements.map((node) => ({ node, names: namesOf(node), refersTo: referencesIn(node, declared) }));
  const reached = reach(parts, roots, new Set(cut));
  const texts = parts.filter((part) => isKept(part, reached)).map((part) => textOf(part, { reached, cut }));
  return `${texts.join('\n')}\nexport { ${roots.join(', ')} };\n`;
}

/** @param {string} code */
function statementsOf(code) {
  /** @type {ts.Block | undefined} */
  let body;
  /** @param {ts.Node} node */
  const find = (node) => {
    if (ts.isArrowFunction(node) && ts.isBlock(node.body) && node.body.statements.length > 1000) body = node.body;
    else ts.forEachChild(node, find);
  };
  find(ts.createSourceFile('typescript.js', code, ts.ScriptTarget.Latest, true));
  if (body === undefined) throw new Error('typescript.js is no longer one function around all declarations.');
  return body.statements.filter((statement) => !isList(statement.getText()));
}

/**
 * The list of everything it exports, and what registers itself for editors, would keep all of it.
 *
 * @param {string} statement
 */
function isList(statement) {
  return /^(__export\(typescript_exports,|module\.exports|0 && |registerCodeFix\(|registerRefactor\()/.test(statement);
}

/**
 * The names a statement declares or adds to: `((Debug2) => { … })(Debug || (Debug = {}))` belongs to `Debug`.
 *
 * @param {ts.Statement} statement
 * @returns {string[]}
 */
function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [String(statement.name?.text)];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (!ts.isExpressionStatement(statement)) return [];
  const call = /^(?:\(\(\w+\) => \{[^]*\}\)\((\w+) \|\| |__export\((\w+), |(\w+)\.\w+ = )/;
  return (call.exec(statement.getText()) ?? []).slice(1).filter((name) => name !== undefined);
}

/**
 * @param {ts.BindingName} name
 * @returns {string[]}
 */
function boundNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/**
 * @param {ts.Node} root
 * @param {ReadonlySet<string>} declared
 */
function referencesIn(root, declared) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) && declared.has(node.text) && !isMemberName(node)) {
      found.add(node.text);
      const { parent } = node;
      const isOfTable = ts.isPropertyAccessExpression(parent) && parent.expression === node;
      if (node.text === 'Diagnostics' && !ts.isVariableDeclaration(parent)) {
        found.add(`Diagnostics.${isOfTable ? parent.name.text : '*'}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** @param {ts.Identifier} node */
function isMemberName(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isAccessor(parent);
}

/**
 * @param {readonly Part[]} parts
 * @param {readonly string[]} roots
 * @param {ReadonlySet<string>} cut
 */
function reach(parts, roots, cut) {
  /** @type {Map<string, string[]>} */
  const references = new Map();
  for (const { names, refersTo } of parts) {
    for (const name of names) references.set(name, [...(references.get(name) ?? []), ...refersTo]);
  }
  const reached = new Set(roots);
  for (const name of reached) {
    if (cut.has(name)) continue;
    for (const other of references.get(name) ?? []) reached.add(other);
  }
  return reached;
}

/**
 * @param {Part} part
 * @param {ReadonlySet<string>} reached
 */
function isKept({ names, refersTo }, reached) {
  return names.length > 0 ? names.some((name) => reached.has(name)) : [...refersTo].every((name) => reached.has(name));
}

/**
 * @param {Part} part
 * @param {{ reached: ReadonlySet<string>, cut: readonly string[] }} decided
 */
function textOf({ names: [name = ''], node }, { reached, cut }) {
  const text = node.getText();
  if (cut.includes(name)) {
    if (!ts.isFunctionDeclaration(node)) throw new Error(`${name} of TypeScript is not a function any more.`);
    return `function ${name}() { throw new Error("${name}() of TypeScript is not shipped with this tool."); }`;
  }
  if (name !== 'Diagnostics' || reached.has('Diagnostics.*')) return text;
  return text.replaceAll(/^ {2}(\w+): diag\(.*\),?$/gm, (line, entry) =>
    reached.has(`Diagnostics.${entry}`) ? line : '',
  );
}
