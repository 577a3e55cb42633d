import type { FilePosition } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { inHome } from '../../../state/setup-paths.ts';
import { canonical } from '../../../text/text.ts';

/**
 * The manifest's `<application>`, where a backup takes what the app stores: it is on unless it is switched off, and no rules
 * say what to leave out.
 */
export function findBackup(tree: Tree, folder: AppPath): FilePosition | undefined {
  const path = inHome(folder, 'android/app/src/main/AndroidManifest.xml');
  const source = tree.read(path);
  const text = source === undefined ? '' : withoutComments(canonical(source));
  const application = /<application\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(text);
  if (application === null) return undefined;
  const [tag] = application;
  const isOff = /\sandroid:allowBackup\s*=\s*["']false["']/.test(tag);
  const hasRules = /\sandroid:(dataExtractionRules|fullBackupContent|backupAgent)\s*=/.test(tag);
  if (isOff || hasRules) return undefined;
  const written = /\sandroid:allowBackup\b/.exec(tag)?.index ?? -1;
  return { path, line: text.slice(0, application.index + written + 1).split('\n').length };
}

/** Each character of a comment becomes a space, so that lines stay where they are. */
function withoutComments(xml: string): string {
  return xml.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}
