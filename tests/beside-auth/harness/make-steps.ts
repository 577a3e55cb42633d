import type { ManualStep } from '../../../src/model/edit.ts';
import type { PreparedApp } from './prepared-app.ts';

type Step = Pick<ManualStep, 'id' | 'path' | 'lines'>;

/** Lines of a step that stand in one place, under the comment that says where. */
interface Part {
  readonly place: string;
  readonly lines: readonly string[];
}

/** Does what the run left for a person, in the app's files: the lines as they are printed, where the comment above them says. */
export function makeSteps(app: PreparedApp, steps: readonly Step[]): void {
  for (const { path, lines } of steps) {
    const text = partsOf(lines).reduce((before, part) => paste(before, part, app.case.signsInWith), app.read(path));
    app.write(path, text);
  }
}

function partsOf(lines: readonly string[]): Part[] {
  const parts: { place: string; lines: string[] }[] = [{ place: 'import', lines: [] }];
  for (const line of lines) {
    if (line.startsWith('// ')) parts.push({ place: line.slice(3), lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.filter((part) => part.lines.length > 0);
}

/** @param signsInWith the statement of the page after which somebody is signed in */
function paste(text: string, { place, lines }: Part, signsInWith = "await this.auth.login('ada', 'secret');"): string {
  const code = lines.join('\n');
  if (place === 'import') return `${code}\n${text}`;
  const className = /^in the class (\w+)/.exec(place)?.[1];
  if (className) return after(text, new RegExp(`class ${className}\\b[^{]*\\{`), code);
  const method = /^in (\w+)\(\)/.exec(place)?.[1];
  if (!method) throw new Error(`No place for “${place}”`);
  if (place.includes('signed in')) return after(text, signsInWith, code);
  return after(text, new RegExp(`^ +(?:[a-z]+ )*${method}\\(.*\\{`, 'm'), code);
}

function after(text: string, found: string | RegExp, code: string): string {
  const match = typeof found === 'string' ? found : found.exec(text)?.[0];
  const at = match === undefined ? -1 : text.indexOf(match);
  if (match === undefined || at < 0) throw new Error(`There is no ${String(found)} in\n${text}`);
  const end = at + match.length;
  return `${text.slice(0, end)}\n${code}\n${text.slice(end)}`;
}
