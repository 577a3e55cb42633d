import type { CallExpression, SourceFile } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { ManualReason } from '../../../model/facts.ts';
import type { AppPath } from '../../../model/tree.ts';
import { refersTo, symbolOf } from '../../../code/imports.ts';
import { stringValue } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import type { Wiring } from '../angular-facts.ts';

const bootstrapApplication = symbolOf('bootstrapApplication', '@angular/platform-browser');

export interface Bootstrap {
  readonly path: AppPath;
  readonly call: CallExpression;
  readonly kind: Wiring['bootstrap'];
}

/** How far from the entry file the start of the app is looked for. */
const MAX_FILES = 12;

/** The call that starts the app: in the entry file, or in a file it imports (`import('./bootstrap')`). */
export function findBootstrap(modules: Modules, entryFile: AppPath): Bootstrap | ManualReason {
  const queue = [entryFile];
  // The list grows while it is read: files are visited in the order they are imported.
  for (const path of queue) {
    const source = modules.open(path);
    const found = source && bootstrapIn(path, source);
    if (found !== undefined) return found;
    const next = source === undefined ? [] : importedFiles(modules, path, source);
    queue.push(...next.filter((file) => !queue.includes(file)).slice(0, MAX_FILES - queue.length));
  }
  return {
    path: entryFile,
    line: 1,
    reason: 'Neither bootstrapApplication() nor bootstrapModule() is called here, nor in the files imported here.',
  };
}

function bootstrapIn(path: AppPath, source: SourceFile): Bootstrap | ManualReason | undefined {
  const calls = source.getDescendantsOfKind(SyntaxKind.CallExpression);
  const [call, second] = calls.filter((one) => refersTo(one.getExpression(), bootstrapApplication));
  if (second !== undefined)
    return reasonAt(
      path,
      second,
      'The app is started in more than one place in this file, so it is not clear which one counts.',
    );
  if (call !== undefined) return { path, call, kind: 'standalone' };
  return moduleBootstrapIn(path, calls);
}

/** `platform.bootstrapModule(AppModule)`, whatever the platform is called. */
function moduleBootstrapIn(path: AppPath, calls: readonly CallExpression[]): Bootstrap | ManualReason | undefined {
  const started = calls.filter((one) => {
    const callee = one.getExpression();
    return Node.isPropertyAccessExpression(callee) && /^bootstrapModule(Factory)?$/.test(callee.getName());
  });
  const [call] = started;
  if (call === undefined) return undefined;
  if (new Set(started.map(startedModule)).size > 1)
    return reasonAt(path, call, 'The app starts with one of several NgModules, so it is not clear which one counts.');
  if (startedModule(call) !== undefined) return { path, call, kind: 'ngmodule' };
  return reasonAt(path, call, 'The NgModule the app starts with is not named here as bootstrapModule(AppModule).');
}

function startedModule(call: CallExpression): string | undefined {
  const isFactory = call.getExpression().getText().endsWith('Factory');
  return isFactory ? undefined : call.getArguments()[0]?.getText();
}

export function reasonAt(path: AppPath, node: Node, reason: string): ManualReason {
  return { path, line: node.getStartLineNumber(), reason };
}

/** Modules imported by this file, `import('…')` included. */
function importedFiles(modules: Modules, path: AppPath, source: SourceFile): AppPath[] {
  const dynamic = source
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => Node.isImportExpression(call.getExpression()))
    .map((call) => stringValue(call.getArguments()[0]));
  const fixed = source
    .getImportDeclarations()
    .filter((one) => !one.isTypeOnly())
    .map((one) => one.getModuleSpecifierValue());
  return [...dynamic, ...fixed].flatMap((specifier) => {
    const file = specifier === undefined ? undefined : modules.resolve(path, specifier);
    return file === undefined ? [] : [file];
  });
}
