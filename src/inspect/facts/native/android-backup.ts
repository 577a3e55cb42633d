import { lineAt } from '../../../code/trivia.ts';
import { scanXml } from '../../../code/xml-scan.ts';
import type { FilePosition } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { canonical } from '../../../text/text.ts';

const rules = ['dataExtractionRules', 'fullBackupContent', 'backupAgent'];

/**
 * The manifest's `<application>`, where a backup takes what the app stores: it is on unless it is switched off, and no rules
 * say what to leave out.
 */
export function findBackup(tree: Tree, path: AppPath): FilePosition | undefined {
  const text = canonical(tree.read(path) ?? '');
  const manifest = scanXml(text).find(({ name }) => name === 'manifest');
  const application = manifest?.children.find(({ name }) => name === 'application');
  if (application === undefined) return undefined;
  const attribute = (name: string) => application.attributes.find((one) => one.name === `android:${name}`);
  const allow = attribute('allowBackup');
  if (allow?.value === 'false' || rules.some((name) => attribute(name) !== undefined)) return undefined;
  return { path, line: lineAt(text, allow?.start ?? application.start) };
}
