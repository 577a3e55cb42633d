import { TextOutput } from '../code/text-output.ts';
import { indentUnitOf, layOut } from '../code/text-style.ts';
import { lineAt, lineIndent, startsLine } from '../code/trivia.ts';
import type { EditOutcome, IntentFilterEdit, ManualStep } from '../model/edit.ts';
import { CliError } from '../model/errors.ts';
import { launcherActivities } from './launcher-activity.ts';
import { androidPrefixes, applicationsOf, scanManifest, type Activity } from './manifest-scan.ts';
import { opensAddress } from './opens-address.ts';
import { assertXml, escapeXml, insertLines } from './xml-text.ts';

/**
 * Lets the activity that Android starts the app with open an address, in the canonical text of an Android manifest: a filter behind
 * the activity's others. One that opens the address already stays the only one; everything else is left as it is.
 * @throws CliError `UNREADABLE` when the text is no XML.
 */
export function editIntentFilter(edit: IntentFilterEdit, text: string): EditOutcome {
  assertManifest(edit, text);
  const all = scanManifest(text);
  const launchers = launcherActivities(all);
  const [activity] = launchers;
  // Where the tool can't tell which activity it is, a person could: one that opens the address is theirs.
  const opening = (activity === undefined || launchers.length > 1 ? all : [activity]).find((one) =>
    isOpenedBy(one, edit),
  );
  if (opening !== undefined && opening.exported !== 'false') return { text, splices: [] };
  const obstacle = launchers.length > 1 ? several(launchers) : obstacleTo(edit, activity, all);
  if (activity !== undefined && obstacle === undefined) return inserted(edit, text, activity);
  const at = obstacle?.at ?? applicationsOf(text)[0]?.start ?? 0;
  return stepAt(edit, text, at, obstacle?.reason ?? 'No activity here is the one that Android starts the app with.');
}

function assertManifest({ path }: IntentFilterEdit, text: string): void {
  try {
    assertXml(text);
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message.trim()}` : '';
    throw new CliError('UNREADABLE', `${path} can't be read as XML${why}`, {
      where: { path },
      hint: 'Fix the file, then run the command again.',
      cause,
    });
  }
}

function isOpenedBy({ filters }: Activity, edit: IntentFilterEdit): boolean {
  return filters.some((filter) => opensAddress(filter, edit));
}

interface Obstacle {
  readonly at: number;
  readonly reason: string;
}

function several(launchers: readonly Activity[]): Obstacle {
  const at = launchers[1]?.element.start ?? 0;
  return { at, reason: 'Android can start the app with several activities.' };
}

function obstacleTo(
  edit: IntentFilterEdit,
  activity: Activity | undefined,
  all: readonly Activity[],
): Obstacle | undefined {
  if (activity === undefined) return undefined;
  const { element, exported, filters } = activity;
  const rival = all.find((one) => one !== activity && isOpenedBy(one, edit));
  if (rival !== undefined) {
    const reason = `${rival.name} opens this address, too: Android would ask the user which of them is meant. Take it out there.`;
    return { at: rival.element.start, reason };
  }
  // Without a word, an activity with filters is open to other apps: Android 11 and older take it so.
  if (exported === 'true' || (exported === undefined && filters.length > 0)) return undefined;
  const reason = 'A browser can’t open this activity: set android:exported="true" on it, and add the filter.';
  return { at: element.start, reason };
}

function inserted(edit: IntentFilterEdit, text: string, { element }: Activity): EditOutcome {
  const [prefix = 'android'] = androidPrefixes(element);
  const last = element.children.findLast(({ name }) => name === 'intent-filter');
  const sample = last !== undefined && startsLine(text, last.start) ? last : undefined;
  const unit = indentUnitOf(text);
  const indent = sample === undefined ? lineIndent(text, element.start) + unit : lineIndent(text, sample.start);
  const gap = sample !== undefined && /\n[ \t]*\n[ \t]*$/.test(text.slice(0, sample.start)) ? '\n' : '';
  const close = text.includes(' />') || !text.includes('/>') ? ' />' : '/>';
  const lines = filterLines(edit, { prefix, close });
  const output = new TextOutput(text);
  const laidOut = layOut(lines, indent, { indent: unit, trailingComma: false });
  const isLast = element.children.at(-1) === last;
  insertLines(output, { text, parent: element, after: last?.end, isLast }, `${gap}\n${indent}${laidOut}`);
  if (isInPlace(edit, output.text)) return { text: output.text, splices: output.splices };
  return stepAt(edit, text, element.start, 'This manifest is written in a way that an insertion would break.');
}

function isInPlace(edit: IntentFilterEdit, text: string): boolean {
  try {
    assertXml(text);
  } catch {
    return false;
  }
  const [activity, second] = launcherActivities(scanManifest(text));
  return activity !== undefined && second === undefined && isOpenedBy(activity, edit);
}

interface Spelling {
  /** What the manifest calls Android's namespace. */
  readonly prefix: string;
  readonly close: ' />' | '/>';
}

/** Leading tabs stand for levels. */
function filterLines(edit: IntentFilterEdit, { prefix, close }: Spelling): string[] {
  const attribute = (name: string, value: string) =>
    ` ${prefix}:${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`;
  const { scheme, host, port, path } = edit.address;
  const data = Object.entries({ scheme, host, port, path }).flatMap(([name, value]) =>
    value === undefined ? [] : attribute(name, value),
  );
  const named = (element: string, name: string) =>
    `\t<${element}${attribute('name', `android.intent.${name}`)}${close}`;
  return [
    `<intent-filter${edit.autoVerify ? attribute('autoVerify', 'true') : ''}>`,
    named('action', 'action.VIEW'),
    named('category', 'category.DEFAULT'),
    named('category', 'category.BROWSABLE'),
    `\t<data${data.join('')}${close}`,
    '</intent-filter>',
  ];
}

function stepAt(edit: IntentFilterEdit, text: string, ...[offset, reason]: [number, string]): { manual: ManualStep } {
  const { id, path } = edit;
  const lines = filterLines(edit, { prefix: 'android', close: ' />' }).map((line) => line.replaceAll('\t', '    '));
  return { manual: { id, path, line: lineAt(text, offset), reason, lines } };
}
