import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenSourceRules, SOURCE_RULES } from '../../scripts/native/apple/source-rules.mjs';

const sources = join(import.meta.dirname, '../../native-plugin/ios/Sources');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.swift'));
const textOf = (file: string): string => readFileSync(join(sources, file), 'utf8');

/** A line for each rule that someone could write in good faith. */
const PLANTED: Readonly<Record<string, string>> = {
  'no yes of a prompt':
    'context.evaluatePolicy(.deviceOwnerAuthentication, localizedReason: why) { ok, _ in release(ok) }',
  'nothing synchronised': 'query[kSecAttrSynchronizable as String] = true',
  'nothing left out silently': 'query[kSecUseAuthenticationUI as String] = kSecUseAuthenticationUISkip',
  'only the accessibility classes of FORMAT.md §18.1': 'kSecAttrAccessibleWhenUnlockedThisDeviceOnly',
  'only the algorithms of FORMAT.md §6': 'SecKeyAlgorithm.eciesEncryptionCofactorX963SHA256AESGCM',
  'only the file protections of FORMAT.md §18.1': 'try folder.write(name, bytes, protection: .complete)',
  'nothing is logged': 'print(call.options)',
  'no listeners': 'notifyListeners("locked", data: nil)',
  'no API that needs a reason': 'let now = ProcessInfo.processInfo.systemUptime',
  'one class for Objective-C': '@objc(AnotherPlugin)',
  'core and bridge know no platform': 'import UIKit',
};

describe('the sources of the iOS plugin', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set(['VaultCore', 'VaultBridge', 'IdentityVaultPlugin']),
    );
  });

  it('break no rule', () => {
    expect(files.flatMap((file) => brokenSourceRules(file, textOf(file)))).toEqual([]);
  });

  it.each(SOURCE_RULES.map(({ name }) => name))('would break one: %s', (name) => {
    const planted = `${textOf('VaultBridge/Process/VaultProcess.swift')}\n${PLANTED[name]!}\n`;
    const broken = brokenSourceRules('VaultBridge/Process/VaultProcess.swift', planted);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(name);
  });

  it('may say in a comment what they do not do', () => {
    expect(brokenSourceRules('VaultCore/A.swift', '// never evaluatePolicy, kSecAttrSynchronizable\n')).toEqual([]);
  });

  it('has the packages that cap looks for, under the name that it derives', () => {
    const plugin = join(import.meta.dirname, '../../native-plugin');
    const {
      name,
      files: shipped,
      capacitor,
    } = JSON.parse(readFileSync(join(plugin, 'package.json'), 'utf8')) as {
      name: string;
      files: string[];
      capacitor: unknown;
    };
    // As `fixName` of @capacitor/cli 7 and 8.
    const derived = name.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(readFileSync(join(plugin, 'Package.swift'), 'utf8')).toContain(`.library(name: "${derived}"`);
    expect(readFileSync(join(plugin, `${derived}.podspec`), 'utf8')).toContain(`s.name = '${derived}'`);
    expect(shipped).toEqual(expect.arrayContaining(['ios/Sources', 'Package.swift', `${derived}.podspec`]));
    expect(capacitor).toMatchObject({ ios: { src: 'ios' } });
  });
});
