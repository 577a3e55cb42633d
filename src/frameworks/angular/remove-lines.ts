import type { StoredKey } from '../../model/facts.ts';
import { importLine } from '../../code/add-imports.ts';
import { usualStyle } from '../../code/code-style.ts';

/** The statements that remove what is stored under keys, and the imports they need. */
export function removeLines(keys: readonly StoredKey[]): { readonly imports: string[]; readonly lines: string[] } {
  const usesPreferences = keys.some(({ store }) => store === 'Preferences');
  return {
    imports: usesPreferences ? [importLine(usualStyle, '@capacitor/preferences', ['Preferences'])] : [],
    lines: keys.map(lineOf),
  };
}

function lineOf({ store, key }: StoredKey): string {
  const text = `'${key.replace(/[\\']/g, String.raw`\$&`)}'`;
  return store === 'Preferences' ? `await Preferences.remove({ key: ${text} });` : `${store}.removeItem(${text});`;
}
