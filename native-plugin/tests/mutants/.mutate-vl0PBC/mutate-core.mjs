// tests/mutants/core/mutate-core.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
import { performance as performance2 } from "node:perf_hooks";

// tests/mutants/core/fast-subtle.ts
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2Sync,
  randomBytes
} from "node:crypto";
var derived = /* @__PURE__ */ new Map();
var fastSubtle = {
  digest: (algorithm, data) => settled(() => hash(algorithm, data).buffer),
  importKey: (_format, raw) => settled(() => ({ raw: raw.slice() })),
  generateKey: () => settled(() => ({ raw: new Uint8Array(randomBytes(32)) })),
  deriveKey: (parameters, key) => settled(() => ({ raw: hkdf(parameters, key, 32) })),
  deriveBits: (parameters, key, bits) => settled(() => (parameters.name === "HKDF" ? hkdf : pbkdf2)(parameters, key, bits / 8).slice().buffer),
  sign: (_algorithm, { raw }, data) => settled(() => new Uint8Array(createHmac("sha256", raw).update(data).digest()).buffer),
  encrypt: (parameters, key, data) => settled(() => encrypt(parameters, key, data).buffer),
  decrypt: (parameters, key, data) => settled(() => decrypt(parameters, key, data).buffer),
  // eslint-disable-next-line max-params -- as WebCrypto has it
  unwrapKey: (_format, wrapped, key, parameters) => settled(() => ({ raw: decrypt(parameters, key, wrapped) }))
};
async function settled(compute) {
  await Promise.resolve();
  return compute();
}
function hash(algorithm, data) {
  return new Uint8Array(createHash(algorithm.replace("-", "").toLowerCase()).update(data).digest());
}
function hkdf({ salt, info }, { raw }, length) {
  return new Uint8Array(hkdfSync("sha256", raw, salt, info, length));
}
function pbkdf2({ salt, iterations }, { raw }, length) {
  const asked = [raw, salt].map((bytes) => Buffer.from(bytes).toString("hex")).join(` ${iterations} ${length} `);
  const known = derived.get(asked) ?? new Uint8Array(pbkdf2Sync(raw, salt, iterations, length, "sha256"));
  derived.set(asked, known);
  return known;
}
function encrypt({ iv, additionalData }, { raw }, data) {
  const cipher = createCipheriv(raw.length === 16 ? "aes-128-gcm" : "aes-256-gcm", raw, iv);
  if (additionalData) cipher.setAAD(additionalData);
  return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]));
}
function decrypt({ iv, additionalData }, { raw }, data) {
  try {
    const decipher = createDecipheriv(raw.length === 16 ? "aes-128-gcm" : "aes-256-gcm", raw, iv);
    if (additionalData) decipher.setAAD(additionalData);
    decipher.setAuthTag(data.slice(-16));
    return new Uint8Array(Buffer.concat([decipher.update(data.slice(0, -16)), decipher.final()]));
  } catch {
    throw new DOMException("it does not open", "OperationError");
  }
}

// tests/mutants/core/judges.ts
import { build } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { Script } from "node:vm";

// tests/mutants/core/collected-tests.ts
import { chai, equals, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
function collecting(collected, file) {
  const within = [];
  const it = (name, ...rest) => {
    const body = rest.find((each2) => typeof each2 === "function");
    if (body) collected.push({ name: [file(), ...within, name].join(" > "), run: body });
  };
  const describe = (name, body) => {
    within.push(name);
    body();
    within.pop();
  };
  const each = (run) => (table) => (name, ...rest) => {
    const body = rest.find((part) => typeof part === "function");
    table.forEach((row, index) => {
      const given = Array.isArray(row) ? row : [row];
      run(`${named(name, row)} [${String(index)}]`, () => body?.(...given));
    });
  };
  const skipped = () => void 0;
  const test = Object.assign(it, { each: each(it), skip: skipped });
  return {
    it: test,
    test,
    describe: Object.assign(describe, { each: each(describe), skip: skipped }),
    expect: Object.assign(chai.expect, { poll })
  };
}
var LOOKS = 100;
function poll(value) {
  const until = async (isSo) => {
    for (let left = LOOKS; left > 0; left--) {
      await Promise.resolve();
      if (isSo(value())) return;
    }
    throw new Error("it did not come to that");
  };
  return {
    toBe: (expected) => until((found) => Object.is(found, expected)),
    toEqual: (expected) => until((found) => equals(found, expected))
  };
}
async function soon(task) {
  for (let left = LOOKS; left > 0; left--) await Promise.resolve();
  task();
}
function named(name, row) {
  const { id } = typeof row === "object" && row !== null ? row : {};
  return typeof id === "string" ? name.replace("$id", id).replace(": $why", "") : name;
}

// tests/mutants/core/instrument.ts
import ts2 from "typescript";

// tests/mutants/core/alternatives.ts
import ts from "typescript";
var K = ts.SyntaxKind;
var OTHER_OPERATORS = {
  [K.LessThanToken]: ["<=", ">="],
  [K.LessThanEqualsToken]: ["<", ">"],
  [K.GreaterThanToken]: [">=", "<="],
  [K.GreaterThanEqualsToken]: [">", "<"],
  [K.EqualsEqualsEqualsToken]: ["!=="],
  [K.ExclamationEqualsEqualsToken]: ["==="],
  [K.AmpersandAmpersandToken]: ["||"],
  [K.BarBarToken]: ["&&"],
  [K.PlusToken]: ["-"],
  [K.MinusToken]: ["+"],
  [K.AsteriskToken]: ["/"],
  [K.SlashToken]: ["*"],
  [K.PercentToken]: ["/"],
  [K.AmpersandToken]: ["|"],
  [K.BarToken]: ["&"],
  [K.CaretToken]: ["|", "&"],
  [K.LessThanLessThanToken]: [">>"],
  [K.GreaterThanGreaterThanToken]: ["<<"],
  [K.GreaterThanGreaterThanGreaterThanToken]: ["<<"],
  [K.PlusEqualsToken]: ["-=", "="],
  [K.MinusEqualsToken]: ["+="],
  [K.BarEqualsToken]: ["&=", "="]
};
var SIDED = /* @__PURE__ */ new Set([
  ...[K.AmpersandAmpersandToken, K.BarBarToken, K.QuestionQuestionToken, K.PlusToken, K.MinusToken],
  ...[K.AsteriskToken, K.SlashToken, K.BarToken, K.AmpersandToken, K.CaretToken]
]);
var OTHER_METHODS = new Map([
  ...[["some", "every"], ["every", "some"]],
  ...[["min", "max"], ["max", "min"]]
]);
var LEFT_OUT = /* @__PURE__ */ new Set(["filter", "sort", "reverse", "slice", "normalize", "catch", "flat", "toLowerCase"]);
var SYMMETRIC = /* @__PURE__ */ new Set(["isEqual", "isEqualConstantTime", "Math.min", "Math.max"]);
var WITH_DETAIL = /* @__PURE__ */ new Set(["corrupt", "unsupported", "rolledBack", "invalid", "denied", "CoreError"]);
var CODES = ["CORRUPT", "UNSUPPORTED_FORMAT", "CONFLICT"];
function alternativesOf(node) {
  return [...ofKind(node), ...isCondition(node) ? ["true", "false"] : []].filter((text) => text !== node.getText());
}
function ofKind(node) {
  if (ts.isBinaryExpression(node)) return ofBinary(node);
  if (ts.isConditionalExpression(node)) return [node.whenTrue.getText(), node.whenFalse.getText()];
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node);
  if (ts.isPostfixUnaryExpression(node))
    return [node.operand.getText() + (node.operator === K.PlusPlusToken ? "--" : "++")];
  if (ts.isAwaitExpression(node)) return [node.expression.getText()];
  if (ts.isCallExpression(node)) return ofCall(node);
  if (ts.isTemplateExpression(node)) return [node.getText().slice(0, -1) + "x`"];
  return ofLiteral(node);
}
function ofBinary(node) {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === K.InstanceOfKeyword || operatorToken.kind === K.InKeyword) return [`!(${node.getText()})`];
  if (operatorToken.kind === K.PlusToken && (isText(left) || isText(right))) return [];
  const others = (OTHER_OPERATORS[operatorToken.kind] ?? []).map((other) => between(left, other, right));
  return SIDED.has(operatorToken.kind) ? [...others, left.getText(), right.getText()] : others;
}
function between(left, operator, right) {
  const isLogical = operator === "&&" || operator === "||";
  const side = (node) => isLogical ? `(${node.getText()})` : node.getText();
  return `${side(left)} ${operator} ${side(right)}`;
}
function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
function ofPrefix({ operator, operand }) {
  if (operator === K.ExclamationToken || operator === K.MinusToken) return [operand.getText()];
  return operator === K.PlusPlusToken ? [`--${operand.getText()}`] : [];
}
function ofCall(node) {
  return [...ofCallee(node), ...ofArguments(node), ...ofChain(node)];
}
function ofCallee({ expression, arguments: [...given] }) {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const receiver = expression.expression.getText();
  const name = expression.name.text;
  const mark = expression.questionDotToken ? "?." : ".";
  const other = OTHER_METHODS.get(name);
  return [
    ...other ? [`${receiver}${mark}${other}(${given.map((each) => each.getText()).join(", ")})`] : [],
    ...LEFT_OUT.has(name) ? [receiver] : []
  ];
}
function ofArguments({ expression, arguments: given }) {
  if (SYMMETRIC.has(expression.getText())) return [];
  const texts = given.map((each) => each.getText());
  return texts.slice(1).map((_, at) => {
    const swapped = [...texts.slice(0, at), texts[at + 1], texts[at], ...texts.slice(at + 2)];
    return `${expression.getText()}(${swapped.join(", ")})`;
  });
}
function ofChain(node) {
  const { parent } = node;
  const isInner = ts.isOptionalChain(parent) && parent.expression === node;
  if (!ts.isOptionalChain(node) || isInner) return [];
  const text = node.getText();
  return [text.replace("?.[", "[").replace("?.(", "(").replace("?.", ".")];
}
function ofLiteral(node) {
  if (node.kind === K.TrueKeyword) return ["false"];
  if (node.kind === K.FalseKeyword) return ["true"];
  if (ts.isNumericLiteral(node)) return ofNumber(Number(node.text));
  if (ts.isBigIntLiteral(node)) return [node.getText() === "0n" ? "1n" : "0n"];
  if (ts.isStringLiteral(node)) return isDetail(node) ? [] : ofString(node.text);
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? ofChain(node) : [];
}
function ofNumber(value) {
  return value === 0 ? ["1"] : [String(value + 1), String(value - 1)];
}
function ofString(text) {
  const code = /^[A-Z_]+$/.test(text) ? CODES.find((other) => other !== text) : void 0;
  return [`'${code ?? text + "x"}'`];
}
function isDetail({ parent }) {
  const callee = ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.expression.getText() : "";
  return WITH_DETAIL.has(callee) && !/^'[A-Z_]+'$/.test(parent.getText().slice(callee.length));
}
function isCondition(node) {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return ts.isForStatement(parent) && parent.condition === node;
}
function isRemovable(node) {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node)) return true;
  return ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression);
}

// tests/mutants/core/instrument.ts
var LONGEST = 200;
function instrument(file, source, first) {
  const tree = ts2.createSourceFile(file, source, ts2.ScriptTarget.ES2022, true);
  const mutants = [];
  const names = /* @__PURE__ */ new Map();
  return { text: within(tree), mutants };
  function emit(node) {
    if (ts2.isStatement(node) && isRemovable(node)) return `{ if (!$(${note(node, "")})) ${within(node)} }`;
    if (isMember(node))
      return `...($(${note(node, "")}) ? ${ts2.isObjectLiteralExpression(node.parent) ? "{}" : "[]"} : ${asSpread(node)})`;
    return wrapped(node);
  }
  function wrapped(node) {
    const text = within(node);
    if (!isReplaceable(node)) return text;
    const others = alternativesOf(node).map((other) => `$(${note(node, other)}) ? (${other}) : `);
    return others.length === 0 ? text : `(${others.join("")}(${text}))`;
  }
  function within(node) {
    let text = "";
    let at = node.getStart();
    for (const child of childrenOf(node)) {
      text += source.slice(at, child.getStart()) + emit(child);
      at = child.getEnd();
    }
    return text + source.slice(at, node.getEnd());
  }
  function asSpread(node) {
    if (ts2.isSpreadAssignment(node) || ts2.isSpreadElement(node)) return emit(node.expression);
    return ts2.isObjectLiteralExpression(node.parent) ? `{${within(node)}}` : `[${wrapped(node)}]`;
  }
  function note(node, by) {
    const mutant = { ...linesOf(node, by), file, in: functionOf(node) };
    const name = `${mutant.in} ${mutant.replace} ${mutant.by}`;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    mutants.push(count === 1 ? mutant : { ...mutant, by: `${mutant.by} (#${String(count)})` });
    return first + mutants.length - 1;
  }
  function linesOf(node, by) {
    const [start, end] = [node.getStart(), node.getEnd()];
    const from = source.lastIndexOf("\n", start - 1) + 1;
    const to = source.includes("\n", end) ? source.indexOf("\n", end) : source.length;
    const after = source.slice(from, start) + by + source.slice(end, to);
    const line = tree.getLineAndCharacterOfPosition(start).line + 1;
    return { replace: flat(source.slice(from, to)), by: flat(after), line };
  }
}
function flat(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} \u2026` : line;
}
function childrenOf(node) {
  const children = [];
  ts2.forEachChild(node, (child) => {
    if (!isLeftAlone(child, node)) children.push(child);
  });
  return children;
}
function isLeftAlone(child, parent) {
  if (ts2.isTypeNode(child) || ts2.isInterfaceDeclaration(child) || ts2.isTypeAliasDeclaration(child)) return true;
  if (ts2.isImportDeclaration(child) || ts2.isExportDeclaration(child) || ts2.isHeritageClause(child)) return true;
  if (ts2.isTypeParameterDeclaration(child) || ts2.isModifier(child)) return true;
  if (ts2.isVariableStatement(child) && child.modifiers?.some(({ kind }) => kind === ts2.SyntaxKind.DeclareKeyword))
    return true;
  if (isAssignment(parent) && parent.left === child) return true;
  return isNameOf(child, parent);
}
function isNameOf(child, parent) {
  const { name } = parent;
  return name === child && !ts2.isObjectBindingPattern(child) && !ts2.isArrayBindingPattern(child);
}
function isAssignment(node) {
  return ts2.isBinaryExpression(node) && node.operatorToken.kind >= ts2.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts2.SyntaxKind.LastAssignment;
}
function isReplaceable(node) {
  const { parent } = node;
  if (!ts2.isExpression(node) || ts2.isObjectLiteralExpression(node) || ts2.isFunctionLike(node)) return false;
  if (ts2.isCallExpression(parent) && parent.expression === node) return false;
  if (ts2.isOptionalChain(parent) && parent.expression === node) return false;
  return !ts2.isPrefixUnaryExpression(parent) || parent.operator !== ts2.SyntaxKind.PlusPlusToken;
}
function isMember(node) {
  const { parent } = node;
  if (ts2.isMethodDeclaration(node) || ts2.isAccessor(node)) return false;
  if (ts2.isObjectLiteralExpression(parent)) return true;
  return ts2.isArrayLiteralExpression(parent) && ts2.isExpression(node) || ts2.isSpreadElement(node);
}
function functionOf(node) {
  for (let at = node; !ts2.isSourceFile(at); at = at.parent) {
    if ((ts2.isFunctionDeclaration(at) || ts2.isMethodDeclaration(at) || ts2.isAccessor(at)) && at !== node)
      return at.name?.getText() ?? "";
    if (ts2.isConstructorDeclaration(at)) return "constructor";
  }
  return "";
}

// tests/mutants/core/judges.ts
var LEFT_OUT2 = {
  "exports.test.ts": "looks at files",
  "independent-reader.test.ts": "starts Python",
  "model.test.ts": "half a minute of random sequences",
  "two-instances.test.ts": "half a minute of random sequences",
  "flipped-bits.test.ts": "a second, for what the vectors have as single cases",
  "vault/lock.test.ts": "asks for spies"
};
var SLOW_TESTS = ["are what the generator makes", "constant pepper: one operation", "h\xB7G: a device function"];
async function buildJudges(plugin, folders) {
  const mutants = [];
  const tests = await testFiles(plugin);
  const entry = tests.map((path) => `$file(${JSON.stringify(path)}); require(${JSON.stringify(`./${path}`)});`);
  const { outputFiles } = await build({
    stdin: { contents: entry.join("\n"), resolveDir: plugin },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "es2022",
    external: ["vitest", "fast-check"],
    plugins: [rawTexts(), mutated(plugin, folders, mutants)],
    logLevel: "error"
  });
  const script = new Script(`(function (require, $, $file, setTimeout, JSON) {${outputFiles[0]?.text ?? ""}
})`, {
    filename: "judges.cjs"
  });
  return { mutants, load: (isOn) => loaded(script, plugin, isOn) };
}
function loaded(script, plugin, isOn) {
  const collected = [];
  let file = "";
  const vitest = collecting(collected, () => file);
  const other = createRequire(join(plugin, "package.json"));
  const require2 = (name) => name === "vitest" ? vitest : other(name);
  const program = script.runInThisContext();
  program(require2, isOn, (path) => file = path, soon, { stringify: JSON.stringify, parse });
  return collected.filter(({ name }) => !SLOW_TESTS.some((slow) => name.includes(slow)));
}
var parsed = /* @__PURE__ */ new Map();
function parse(text) {
  const known = parsed.get(text) ?? JSON.parse(text);
  if (text.length > 1e3) parsed.set(text, known);
  return known;
}
async function testFiles(plugin) {
  const found = await Promise.all(
    ["tests/core", "tests/mutants/judges"].map(async (folder) => {
      const names = await readdir(join(plugin, folder), { recursive: true });
      return names.filter((name) => /\.(test|judge)\.ts$/.test(name) && !(name in LEFT_OUT2)).map((name) => join(folder, name));
    })
  );
  return found.flat().sort();
}
function rawTexts() {
  return {
    name: "raw",
    setup: (of) => {
      of.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace("?raw", "")),
        namespace: "raw"
      }));
      of.onLoad({ filter: /.*/, namespace: "raw" }, async ({ path }) => ({
        contents: await readFile(path, "utf8"),
        loader: "text"
      }));
    }
  };
}
function mutated(plugin, folders, mutants) {
  const core = join(plugin, "src/core");
  return {
    name: "mutated",
    setup: (of) => {
      of.onLoad({ filter: /[/\\]src[/\\]core[/\\].*\.ts$/ }, async ({ path }) => {
        const file = relative(core, path).replaceAll("\\", "/").replace(/\.ts$/, "");
        if (!folders.some((folder) => file.startsWith(`${folder}/`))) return void 0;
        const source = await readFile(path, "utf8");
        const { text, mutants: made } = instrument(file, source, mutants.length);
        mutants.push(...made);
        return { contents: text, loader: "ts" };
      });
    }
  };
}

// tests/mutants/core/run-judges.ts
import { performance } from "node:perf_hooks";
var ROOM = 2e4;
var ROOM_TO_LOAD = 1e7;
var REMEMBERED = 20;
var Court = class {
  #judges;
  #tests;
  /** Met while the program loads: constants are computed then. */
  #metAtLoad = /* @__PURE__ */ new Set();
  /** The quickest first. */
  #cases = [];
  #noticing = /* @__PURE__ */ new Map();
  #on = -1;
  #left = Infinity;
  #meet = (id) => this.#metAtLoad.add(id);
  #rejections = 0;
  constructor(judges) {
    this.#judges = judges;
    process.on("unhandledRejection", () => this.#rejections += 1);
    this.#tests = this.#load();
    this.#meet = void 0;
  }
  get cases() {
    return this.#cases;
  }
  /** Each case without a mutant: what it meets, and what it needs. @throws if one fails */
  async look() {
    const cases = [];
    for (const [at, test] of this.#tests.entries()) {
      const met = /* @__PURE__ */ new Set();
      let operations = 0;
      this.#meet = (id) => {
        met.add(id);
        operations += 1;
      };
      const isPassed = await this.#passes(test);
      this.#meet = void 0;
      const start = performance.now();
      if (!isPassed || !await this.#passes(test)) throw new Error(`fails without any mutant: ${test.name}`);
      cases.push({ name: test.name, at, met, operations, seconds: (performance.now() - start) / 1e3 });
    }
    this.#cases = cases.sort((a, b) => a.seconds - b.seconds);
  }
  /** What notices this mutant, or nothing. */
  async kill(id) {
    this.#on = id;
    this.#left = ROOM_TO_LOAD;
    try {
      const isConstant = this.#metAtLoad.has(id);
      const tests = isConstant ? this.#load() : this.#tests;
      if (tests.length !== this.#tests.length) return "other cases";
      const { file } = this.#judges.mutants[id] ?? { file: "" };
      return await this.#asked(
        tests,
        this.#relevant(file, (each) => isConstant || each.met.has(id)),
        file
      );
    } catch {
      return "it does not load";
    } finally {
      this.#on = -1;
      this.#left = Infinity;
    }
  }
  #relevant(file, isMet) {
    const noticing = this.#noticing.get(file) ?? [];
    return [...noticing, ...this.#cases.filter((each) => !noticing.includes(each))].filter(isMet);
  }
  async #asked(tests, relevant, file) {
    for (const each of relevant) {
      this.#left = each.operations * 10 + ROOM;
      const test = tests[each.at];
      if (test && await this.#passes(test)) continue;
      const others = (this.#noticing.get(file) ?? []).filter((other) => other !== each);
      this.#noticing.set(file, [each, ...others].slice(0, REMEMBERED));
      return each.name;
    }
    await turn();
    return this.#rejections > 0 ? "nobody waited for it" : void 0;
  }
  #load() {
    return this.#judges.load((id) => {
      if (--this.#left < 0) throw new Error("it never ends");
      this.#meet?.(id);
      return id === this.#on;
    });
  }
  async #passes({ run }) {
    this.#rejections = 0;
    try {
      const running = run();
      if (running instanceof Promise) await Promise.race([running, neverEnding()]);
    } catch {
      return false;
    }
    return this.#left >= 0 && this.#rejections === 0;
  }
};
function turn() {
  return new Promise((resolve) => void setImmediate(resolve));
}
async function neverEnding() {
  await turn();
  await turn();
  throw new Error("it waits for what never comes");
}

// tests/mutants/core/mutate-core.ts
async function mutateCore({ plugin, folders, isWhole, lists }) {
  const start = performance2.now();
  const table = JSON.parse(await readFile2(join2(plugin, "tests/mutants/core-mutants.json"), "utf8"));
  Object.defineProperty(globalThis.crypto, "subtle", { value: fastSubtle });
  const asked = folders.length > 0 ? folders : table.folders;
  const judges = await buildJudges(plugin, asked);
  const court = new Court(judges);
  await court.look();
  const { mutants } = judges;
  const listed = new Set(table.equivalent.map(nameOf));
  const tried = [...mutants.entries()].filter(([id]) => isWhole || id % table.sample === 0);
  const survivors = [];
  for (const [id, mutant] of tried) if (await court.kill(id) === void 0) survivors.push(mutant);
  const unlisted = survivors.filter((mutant) => !listed.has(nameOf(mutant)));
  for (const mutant of unlisted) console.log(`survives: ${told(mutant)}`);
  const stale = staleRows(table.equivalent, { asked, mutants, tried: tried.map(([, mutant]) => mutant), survivors });
  for (const row of stale) console.log(row);
  if (lists)
    console.log(
      JSON.stringify(
        unlisted.map((mutant) => ({ ...mutant, line: void 0, why: "" })),
        null,
        2
      )
    );
  console.error(`${((performance2.now() - start) / 1e3).toFixed(1)} s, ${String(court.cases.length)} cases`);
  const counts = [
    `${String(mutants.length)} mutants`,
    `${String(tried.length)} tried`,
    `${String(tried.length - survivors.length)} killed`,
    `${String(survivors.length - unlisted.length)} listed`,
    `${String(unlisted.length)} not listed`
  ];
  console.log(counts.join(", "));
  return unlisted.length > 0 || stale.length > 0 ? 1 : 0;
}
function staleRows(rows, { asked, mutants, tried, survivors }) {
  const names = (of) => new Set(of.map(nameOf));
  const [all, asTried, asSurvived] = [names(mutants), names(tried), names(survivors)];
  return rows.filter(({ file }) => asked.some((folder) => file.startsWith(`${folder}/`))).flatMap((row) => {
    const name = nameOf(row);
    const text = told({ ...row, line: 0 });
    if (row.why.length < 10) return [`listed without a reason: ${text}`];
    if (!all.has(name)) return [`listed, but not there any more: ${text}`];
    return asTried.has(name) && !asSurvived.has(name) ? [`listed, but killed: ${text}`] : [];
  });
}
function nameOf(mutant) {
  return [mutant.file, mutant.in, mutant.replace, mutant.by].join("\n");
}
function told(mutant) {
  return `${mutant.file}.ts:${String(mutant.line)} ${mutant.in}
    - ${mutant.replace}
    + ${mutant.by}`;
}
export {
  mutateCore
};
