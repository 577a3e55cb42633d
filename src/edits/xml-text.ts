import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { TextOutput } from '../code/text-output.ts';
import { lineIndent } from '../code/trivia.ts';
import type { XmlElement } from '../code/xml-scan.ts';

/**
 * White space before the XML declaration is forbidden, and common; it is not parsed.
 * @throws Error when the text is not well-formed
 */
export function assertXml(text: string): void {
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.trimStart(), 'text/xml');
}

export function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A place for lines inside an element. */
export interface XmlPlace {
  readonly text: string;
  readonly parent: XmlElement;
  /** The end of what stands in front of them in the element; they are its first where absent. */
  readonly after?: number | undefined;
  /** Nothing stands behind them in the element. */
  readonly isLast: boolean;
}

/** @param lines each with its own line break in front */
export function insertLines(output: TextOutput, { text, parent, after, isLast }: XmlPlace, lines: string): void {
  const base = lineIndent(text, parent.start);
  if (parent.close === undefined) {
    // `<dict/>` is opened around its slash, so that nothing of it is taken out.
    const slash = text.lastIndexOf('/', parent.end);
    output.insert(slash, `>${lines}\n${base}<`);
    output.insert(slash + 1, parent.name);
    return;
  }
  const at = endOfXmlLine(text, after ?? parent.open);
  const isClosedOnLine = isLast && !text.slice(at, parent.close).includes('\n');
  output.insert(at, lines + (isClosedOnLine ? `\n${base}` : ''));
}

/** Behind what shares the line with the code ending at `pos`: spaces and comments. */
function endOfXmlLine(text: string, pos: number): number {
  const rest = /^(?:[ \t]*<!--(?:(?!-->).)*-->)*(?:[ \t]*(?=\n))?/.exec(text.slice(pos))?.[0] ?? '';
  return pos + rest.length;
}
