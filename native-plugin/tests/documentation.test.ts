import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import readme from '../README.md?raw';

const ENTRIES = [
  'index.ts',
  'http/index.ts',
  'http/angular/index.ts',
  'http/axios/index.ts',
  'oidc/index.ts',
  'oidc/auth-connect/index.ts',
  'testing/index.ts',
];
const source = (entry: string): string => new URL(`../src/${entry}`, import.meta.url).pathname;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  types: [],
};
const program = ts.createProgram(ENTRIES.map(source), options);
const checker = program.getTypeChecker();

interface Documented {
  readonly name: string;
  readonly has: boolean;
}

function exportsOf(entry: string): readonly ts.Symbol[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(source(entry))!);
  return checker
    .getExportsOfModule(module!)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
}

const hasComment = (symbol: ts.Symbol): boolean => symbol.getDocumentationComment(checker).length > 0;

/** The members of an exported interface or class that apps see. An inherited or implemented comment counts. */
function membersOf(symbol: ts.Symbol): Documented[] {
  const isShown = symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class);
  if (!isShown) return [];
  return (
    checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
      // Documented where it is implemented: at the class.
      .filter(() => symbol.name !== 'IdentityVaultUser')
      .filter((member) => member.declarations?.every((one) => isPublic(one)))
      .map((member) => ({ name: `${symbol.name}.${member.name}`, has: hasComment(member) }))
  );
}

function isPublic(declaration: ts.Declaration): boolean {
  const { fileName } = declaration.getSourceFile();
  const isOurs = fileName.includes('/native-plugin/src/');
  const flags = ts.getCombinedModifierFlags(declaration);
  return isOurs && (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0 && !isHidden(declaration);
}

function isHidden(declaration: ts.Declaration): boolean {
  const name = ts.getNameOfDeclaration(declaration);
  return name !== undefined && ts.isPrivateIdentifier(name);
}

/** Their names say it all, in the words of the original's documentation. */
const SELF_EXPLANATORY =
  /^(DefaultSession|VaultConfig|PluginConfiguration|PluginOptions|ProtectionReport|PasscodeRules|IdentityVault|Angular\w+|Axios\w+|\w+Like)\.|\.name$/;

describe.each(ENTRIES)('%s', (entry) => {
  it('every export has a doc comment', () => {
    const exported = exportsOf(entry);
    expect(exported.length).toBeGreaterThan(1);
    expect(exported.filter((symbol) => !hasComment(symbol)).map(({ name }) => name)).toEqual([]);
  });

  it('and so has every member that an app uses', () => {
    const members = exportsOf(entry).flatMap(membersOf);
    const bare = members.filter(({ name, has }) => !has && !SELF_EXPLANATORY.test(name)).map(({ name }) => name);
    expect(bare).toEqual([]);
  });
});

it.each(['VaultOptions', 'IdentityVaultConfig'])('the README has every option of %s', (name) => {
  const symbol = exportsOf('index.ts').find((one) => one.name === name);
  const names = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol!)).map((member) => member.name);
  expect(names.length).toBeGreaterThan(8);
  const isListed = (option: string): boolean =>
    readme.includes(`\`${option}\``) ||
    Array.from(readme.matchAll(/`(\w+)…`/g), ([, prefix = '']) => prefix).some((prefix) => option.startsWith(prefix));
  expect(names.filter((option) => !isListed(option))).toEqual([]);
});
