import { scanXml, type XmlElement } from '../code/xml-scan.ts';

/** One `<key>` of the root dictionary and the value behind it, by offset. */
interface PlistEntry {
  readonly name: string;
  /** From the `<` of `<key>`. */
  readonly start: number;
  /** Behind the value's last `>`. */
  readonly end: number;
  readonly value: XmlElement;
}

export interface PlistDict {
  readonly element: XmlElement;
  readonly entries: readonly PlistEntry[];
}

/**
 * The root dictionary of an XML property list; `undefined` when the root is no dictionary. The caller checks the result of every
 * edit with a parser.
 */
export function scanPlist(xml: string): PlistDict | undefined {
  const plist = scanXml(xml).find(({ name }) => name === 'plist');
  const dict = plist?.children[0];
  return dict?.name === 'dict' ? { element: dict, entries: entriesOf(xml, dict.children) } : undefined;
}

function entriesOf(xml: string, elements: readonly XmlElement[]): PlistEntry[] {
  return elements.flatMap((element, index) => {
    const value = elements[index + 1];
    if (element.name !== 'key' || value === undefined) return [];
    const name = xml.slice(element.open, element.close);
    return [{ name, start: element.start, end: value.end, value }];
  });
}
