import type { Platform } from './platform.ts';
import { judgeOldest } from './oldest-system.ts';

/** The plugin brings what its code needs, the permission for biometrics among it: nothing of the app's manifest is edited. */
export const android: Platform = {
  id: 'android',
  edits: () => [],
  notes: ({ native: { backup } }) =>
    backup === undefined
      ? []
      : [
          {
            code: 'backup',
            text:
              `${backup.path}:${String(backup.line)}: Android backs up what the app stores. The vault is kept out of it, in the folder for files that are never ` +
              'backed up; tokens that the app itself keeps elsewhere are not. Switch it off with android:allowBackup="false", or name rules: android:dataExtractionRules.',
          },
        ],
  followUps: () => [],
  outdated: (project) =>
    judgeOldest(project, { platform: 'android', title: 'Android API level', version: 23, spelled: '23' }),
};
