/** One `<key>` of the root dictionary and the value behind it, by offset. */
interface PlistEntry {
  readonly name: string;
  /** From the `<` of `<key>`. */
  readonly start: number;
  /** Behind the value's last `>`. */
  readonly end: number;
  readonly value: PlistValue;
}

interface PlistValue {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  /** Of the content; absent for `<string/>`. */
  readonly inner?: { readonly start: number; readonly end: number };
}

export interface PlistDict {
  /** Offset of the `<` of `<dict>`. */
  readonly start: number;
  /** Behind the `>` of `<dict>`. */
  readonly open: number;
  /** Offset of `</dict>`; absent for `<dict/>`. */
  readonly close?: number;
  readonly entries: readonly PlistEntry[];
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// Declarations, comments and CDATA are matched first, so that tags inside them are not seen.
const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>|<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g;

/**
 * Offsets in the root dictionary of an XML property list; `undefined` when the root is no dictionary.
 * Parsers that know offsets don't exist for Node; the caller checks the result of every edit with one that parses.
 */
export function scanPlist(xml: string): PlistDict | undefined {
  const elements = children(tagsOf(xml));
  const plist = elements.find((element) => element.open.name === 'plist');
  const dict = plist?.children[0];
  if (dict?.open.name !== 'dict') return undefined;
  const { open, close } = dict;
  return {
    start: open.start,
    open: open.end,
    ...(close === undefined ? {} : { close: close.start }),
    entries: entriesOf(xml, dict.children),
  };
}

interface Element {
  readonly open: Tag;
  close?: Tag;
  readonly children: Element[];
}

function tagsOf(xml: string): Tag[] {
  return [...xml.matchAll(token)].flatMap((match) => {
    const [whole, slash, name, selfClosing] = match;
    if (name === undefined) return [];
    const kind = slash === '/' ? 'close' : selfClosing === '/' ? 'empty' : 'open';
    return [{ kind, name, start: match.index, end: match.index + whole.length }];
  });
}

function children(tags: readonly Tag[]): Element[] {
  const root: Element[] = [];
  const stack: Element[] = [];
  for (const tag of tags) {
    if (tag.kind === 'close') {
      const element = stack.pop();
      if (element !== undefined) element.close = tag;
      continue;
    }
    const element = { open: tag, children: [] };
    (stack.at(-1)?.children ?? root).push(element);
    if (tag.kind === 'open') stack.push(element);
  }
  return root;
}

function entriesOf(xml: string, elements: readonly Element[]): PlistEntry[] {
  return elements.flatMap((element, index) => {
    const value = elements[index + 1];
    if (element.open.name !== 'key' || value === undefined) return [];
    const { open, close } = value;
    const end = close?.end ?? open.end;
    const inner = close === undefined ? {} : { inner: { start: open.end, end: close.start } };
    const name = xml.slice(element.open.end, element.close?.start);
    return [{ name, start: element.open.start, end, value: { tag: open.name, start: open.start, end, ...inner } }];
  });
}
