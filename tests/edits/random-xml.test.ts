import { DOMParser, onErrorStopParsing, type Document } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'plist';
import type { AppEdit, IntentFilterEdit, PlistListEdit } from '../../src/model/edit.ts';
import { splicesBetween } from '../../src/text/splices-between.ts';
import { canonical } from '../../src/text/text.ts';
import { unsplice } from '../../src/text/unsplice.ts';
import { editFile } from './edit-file.ts';
import { manifestFile, plistFile } from './random-xml.ts';

const urlType: PlistListEdit = {
  kind: 'plist-list',
  id: 'url-type',
  path: 'ios/App/App/Info.plist',
  key: 'CFBundleURLTypes',
  item: { CFBundleURLName: 'com.example.app', CFBundleURLSchemes: ['com.example.app'] },
  by: 'CFBundleURLSchemes',
};
const callback: IntentFilterEdit = {
  kind: 'intent-filter',
  id: 'callback',
  path: 'android/app/src/main/AndroidManifest.xml',
  address: { scheme: 'com.example.app' },
};

/** A parser that stops at the first fault: what it takes is well-formed. */
function parsed(text: string): Document {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(canonical(text), 'text/xml');
}

/** What every edit promises, whatever the file looks like. @returns the text afterwards */
async function keepsItsPromises(edit: AppEdit, before: string): Promise<string> {
  parsed(before);
  const outcome = await editFile(edit, before);
  if (!('text' in outcome)) throw new Error(`${outcome.manual.reason}\n${before}`);
  const after = outcome.text;
  parsed(after);
  const splices = splicesBetween(before, after);
  expect(splices.filter(({ remove }) => remove !== '')).toEqual([]);
  expect(unsplice(after, splices)).toMatchObject({ text: before, lost: [] });
  expect(await editFile(edit, after)).toMatchObject({ text: after, splices: [] });
  expect(comments(after)).toEqual(comments(before));
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  const ours = after.split(/\r?\n/).filter((line) => /\s$/.test(line) && !before.split(/\r?\n/).includes(line));
  expect(ours).toEqual([]);
  return after;
}

function comments(text: string): string[] {
  return [...canonical(text).matchAll(/<!--[^]*?-->/g)].map(([comment]) => comment);
}

function values(text: string): Record<string, unknown> {
  return { ...(parse(canonical(text)) as object) };
}

test('an item of a property list: behind the others, and every other value stays', async () => {
  await fc.assert(
    fc.asyncProperty(plistFile, async (before) => {
      const after = values(await keepsItsPromises(urlType, before));
      const items = values(before)[urlType.key];
      expect(after).toEqual({
        ...values(before),
        [urlType.key]: [...(Array.isArray(items) ? (items as unknown[]) : []), urlType.item],
      });
    }),
    { numRuns: 400 },
  );
});

test('an intent filter: in the activity that starts the app, and in no other', async () => {
  await fc.assert(
    fc.asyncProperty(manifestFile, async (before) => {
      const after = await keepsItsPromises(callback, before);
      const document = parsed(after);
      const activities = [...document.getElementsByTagName('activity')];
      const filters = [...document.getElementsByTagName('data')].filter(
        (data) => data.getAttribute('android:scheme') === callback.address.scheme,
      );
      const holders = filters.map((data) => data.parentNode?.parentNode);
      expect(holders.map((holder) => activities.findIndex((one) => one === holder))).toEqual([launcherIn(after)]);
      expect(elementsOf(after).length - elementsOf(before).length).toBe(5);
    }),
    { numRuns: 400 },
  );
});

function elementsOf(text: string): string[] {
  return [...parsed(text).getElementsByTagName('*')].map(({ nodeName }) => nodeName);
}

function launcherIn(text: string): number {
  const activities = [...parsed(text).getElementsByTagName('activity')];
  return activities.findIndex((one) => one.getAttribute('android:name') === '.Main');
}
