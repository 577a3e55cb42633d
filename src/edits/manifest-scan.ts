import { scanXml, type XmlElement } from '../code/xml-scan.ts';

/** An activity of an Android manifest, or a name it also has. */
export interface Activity {
  readonly element: XmlElement;
  readonly name: string;
  /** Of an alias: the activity that it opens. */
  readonly target?: string;
  /** As written: whether other apps may open it. */
  readonly exported?: string;
  readonly filters: readonly IntentFilter[];
}

/** What an activity opens. */
export interface IntentFilter {
  readonly element: XmlElement;
  readonly actions: readonly string[];
  readonly categories: readonly string[];
  readonly autoVerify: boolean;
  /** The values of the attributes of all `<data>`, as Android puts them together. */
  readonly data: (attribute: string) => readonly string[];
}

const androidNamespace = 'http://schemas.android.com/apk/res/android';

/** The activities of a well-formed manifest, aliases among them, in the order of the text. */
export function scanManifest(text: string): Activity[] {
  return applicationsOf(text)
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === 'activity' || name === 'activity-alias')
    .map(activityOf);
}

export function applicationsOf(text: string): XmlElement[] {
  const manifest = scanXml(text).find(({ name }) => name === 'manifest');
  return childrenOf(manifest, 'application');
}

/** The prefixes that stand for Android's namespace at an element, the innermost first. */
export function androidPrefixes(element: XmlElement): string[] {
  const known = new Map<string, boolean>();
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    for (const { name, value } of at.attributes) {
      const prefix = name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
      if (prefix !== undefined && !known.has(prefix)) known.set(prefix, value === androidNamespace);
    }
  }
  return [...known].flatMap(([prefix, isAndroid]) => (isAndroid ? [prefix] : []));
}

/** `android:<name>`, whatever prefix the manifest gives Android's namespace. */
function androidValue(element: XmlElement, name: string): string | undefined {
  const names = androidPrefixes(element).map((prefix) => `${prefix}:${name}`);
  return element.attributes.find((one) => names.includes(one.name))?.value;
}

function activityOf(element: XmlElement): Activity {
  const target = element.name === 'activity-alias' ? androidValue(element, 'targetActivity') : undefined;
  const exported = androidValue(element, 'exported');
  return {
    element,
    name: androidValue(element, 'name') ?? '',
    ...(target === undefined ? {} : { target }),
    ...(exported === undefined ? {} : { exported }),
    filters: childrenOf(element, 'intent-filter').map(filterOf),
  };
}

function filterOf(element: XmlElement): IntentFilter {
  const valuesIn = (child: string, name: string) =>
    childrenOf(element, child).flatMap((one) => androidValue(one, name) ?? []);
  return {
    element,
    actions: valuesIn('action', 'name'),
    categories: valuesIn('category', 'name'),
    autoVerify: androidValue(element, 'autoVerify') === 'true',
    data: (attribute) => valuesIn('data', attribute),
  };
}

function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child) => child.name === name);
}
