import type { FilePosition } from '../model/facts.ts';
import { androidLinkNotes } from './app-links.ts';
import type { Platform } from './platform.ts';
import { judgeOldest } from './oldest-system.ts';
import { intentFilterEdits } from './sign-in-callback.ts';

/** The plugin brings what its code needs, the permission for biometrics among it: the app's manifest only gets the way back from a sign-in. */
export const android: Platform = {
  id: 'android',
  edits: intentFilterEdits,
  notes: ({ native, native: { android: isThere, backup } }, options) => [
    ...androidLinkNotes(native, options),
    ...(backup === undefined ? [] : [{ code: 'backup', text: backupText(backup) }]),
    ...(isThere || options.auth !== 'oidc'
      ? []
      : [{ code: 'no-android', text: 'There is no android/ yet. After "cap add android", run this command again.' }]),
  ],
  followUps: () => [],
  outdated: (project) =>
    judgeOldest(project, { platform: 'android', title: 'Android API level', version: 23, spelled: '23' }),
};

function backupText({ path, line }: FilePosition): string {
  return (
    `${path}:${String(line)}: Android backs up what the app stores. The vault is kept out of it, in the folder for files that are never ` +
    'backed up; tokens that the app itself keeps elsewhere are not. Switch it off with android:allowBackup="false", or name rules: android:dataExtractionRules.'
  );
}
