import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANDROID_RULES, brokenAndroidRules } from '../../scripts/native/android/source-rules.mjs';

const sources = join(import.meta.dirname, '../../native-plugin/android/src/main/java/dev/identityvault/capacitor');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java'));
const textOf = (file: string): string => readFileSync(join(sources, file), 'utf8');

/** A line for each rule that someone could write in good faith. */
const PLANTED: Readonly<Record<string, string>> = {
  'a prompt is for an operation of a key': 'new BiometricPrompt(activity, executor, callback).authenticate(info);',
  'no key is open for a time': 'spec.setUserAuthenticationValidityDurationSeconds(30);',
  'what is newer than API 23 is in a class ApiNN': 'spec.setIsStrongBoxBacked(true);',
  'no clock that a person can set': 'long now = System.currentTimeMillis();',
  'nothing is logged': 'Log.d("vault", call.getData().toString());',
  'no listeners': 'notifyListeners("locked", data);',
  'nothing across an activity': 'startActivityForResult(call, intent, "done");',
  'only getKey tells what is not there': 'if (!store.containsAlias(name)) return;',
  'files are in no backup': 'context.getSharedPreferences("vault", 0);',
  'core, auth, vaults and bridge know no platform': 'import android.util.Base64;',
  'one plugin': '@CapacitorPlugin(name = "Another")',
};

describe('the sources of the Android plugin', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it('break no rule', () => {
    expect(files.flatMap((file) => brokenAndroidRules(file, textOf(file)))).toEqual([]);
  });

  it.each(ANDROID_RULES.map(({ name }) => name))('would break one: %s', (name) => {
    const planted = `${textOf('bridge/VaultBridge.java')}\n${PLANTED[name]!}\n`;
    const broken = brokenAndroidRules('bridge/VaultBridge.java', planted);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(name);
  });

  it('look for no other app than the manifest says', () => {
    const manifest = readFileSync(join(sources, '../../../../AndroidManifest.xml'), 'utf8');
    const queries = /<queries>[^]*<\/queries>/.exec(manifest)?.[0] ?? '';
    const asked = files.flatMap((file) => textOf(file).match(/(?<=")android\.support\.\S+\.action\.\w+(?=")/g) ?? []);
    expect(asked).toEqual(['android.support.customtabs.action.CustomTabsService']);
    for (const action of [...asked, 'android.intent.action.VIEW'])
      expect(queries).toContain(`android:name="${action}"`);
    expect(queries).toContain('android:scheme="https"');
  });

  it('takes a prompt with an operation, and a key that each use opens', () => {
    const fine = 'p.authenticate(info, new BiometricPrompt.CryptoObject(c)); s.setUserAuthenticationParameters(0, x);';
    expect(brokenAndroidRules('api/Api30.java', fine)).toEqual([]);
  });

  it('may say in a comment what they do not do', () => {
    expect(brokenAndroidRules('core/A.java', '/** never\n containsAlias( */ // nor Log.d(')).toEqual([]);
  });
});
