import type { Platform } from './platform.ts';

const key = 'NSFaceIDUsageDescription';

/** Without this string iOS ends the app when Face ID is first used. */
export const ios: Platform = {
  id: 'ios',
  edits: ({ native }, options) =>
    native.plists.map((path) => ({
      kind: 'plist',
      id: `face-id:${path}`,
      path,
      key,
      value: options.faceIdUsage,
      replace: options.replaceFaceIdUsage,
    })),
  notes: ({ native }) => [
    ...(native.ios && native.plists.length === 0
      ? [{ code: 'no-plist', text: `No Info.plist was found below ios/App: add ${key} to your target’s by hand.` }]
      : []),
    ...(native.ios
      ? []
      : [{ code: 'no-ios', text: 'There is no ios/ yet. After "cap add ios", run this command again.' }]),
    ...native.localisedStrings.map((path) => ({
      code: 'localised-face-id',
      text: `${path} is localised: add ${key} there in its language.`,
    })),
  ],
};
