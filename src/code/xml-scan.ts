/** One element of an XML text, by offset. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Of the `<` of its start tag. */
  readonly start: number;
  /** Behind the `>` of its start tag. */
  readonly open: number;
  /** Of the `<` of its end tag; absent for `<a/>`. */
  readonly close?: number;
  /** Behind its last `>`. */
  readonly end: number;
  readonly attributes: readonly XmlAttribute[];
  readonly parent?: XmlElement;
  readonly children: readonly XmlElement[];
}

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  /** Of its name. */
  readonly start: number;
  /** Without entities. */
  readonly value: string;
}

// Declarations, comments and CDATA are matched first, so that tags inside them are not seen.
const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>|<(\/?)([^\s<>/!?"'=]+)((?:"[^"]*"|'[^']*'|[^"'<>])*?)(\/?)>/g;

const attribute = /([^\s"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements at the top of an XML text: its root, where it is well-formed. Parsers that know offsets don't exist for Node, so
 * whoever edits by these offsets checks the text with one that parses, before and afterwards.
 */
export function scanXml(text: string): XmlElement[] {
  const root: Scanned[] = [];
  const open: Scanned[] = [];
  for (const match of text.matchAll(token)) {
    const [whole, slash, name, attributes = '', selfClosing] = match;
    if (name === undefined) continue;
    const start = match.index;
    const end = start + whole.length;
    if (slash === '/') closeAt(open.pop(), start, end);
    else {
      const element = elementAt({ name, start, end }, attributes, open.at(-1));
      (open.at(-1)?.children ?? root).push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  return root;
}

interface Scanned extends Omit<XmlElement, 'children' | 'parent'> {
  close?: number;
  end: number;
  readonly parent?: Scanned;
  readonly children: Scanned[];
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function elementAt({ name, start, end }: Tag, written: string, parent: Scanned | undefined): Scanned {
  const attributes = [...written.matchAll(attribute)].map((match) => {
    const [, key = '', double, single] = match;
    const offset = start + '<'.length + name.length + match.index;
    return { name: key, start: offset, value: withoutEntities(double ?? single ?? '') };
  });
  return { name, start, open: end, end, attributes, children: [], ...(parent === undefined ? {} : { parent }) };
}

function closeAt(element: Scanned | undefined, start: number, end: number): void {
  if (element === undefined) return;
  element.close = start;
  element.end = end;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, ...groups: (string | undefined)[]) => {
    const [hex, decimal, name = ''] = groups;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (hex === undefined && decimal === undefined) return entities[name] ?? whole;
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
