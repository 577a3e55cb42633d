import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** What was tried of the native parts. A test holds the documents to it, and it to the rows of docs/device-testing.md. */
export const triedOnDevices =
  'The vault’s iOS and Android parts were never run on a device: where tests run them, it is against scripted fakes of Keychain, Secure Enclave, Keystore and prompts.';

/** For an app that is built for phones: the web's vault runs in real browsers. */
export function deviceNotes({ native }: Pick<Project, 'native'>): Note[] {
  if (!native.ios && !native.android) return [];
  const text = `${triedOnDevices} Try them on phones of your own before you ship: docs/device-testing.md has the steps.`;
  return [{ code: 'never-on-a-device', text }];
}
