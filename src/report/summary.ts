import { frameworkWith } from '../frameworks/find-framework.ts';
import type { Change } from '../model/change.ts';
import type { Access, Command, PackageChange, Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { ManualStep } from '../model/edit.ts';
import { typedCommand } from '../packages/typed-command.ts';
import { fileSections } from './file-lines.ts';
import type { Look } from './look.ts';
import type { Paint } from './paint.ts';
import { wrap, wrapItem } from '../text/wrap.ts';

/** What a run is going to do, for people. */
export interface Outline {
  readonly project: Project;
  /** Was the app introduced before the first question? */
  readonly isIntroduced?: boolean;
  readonly plan: Pick<Plan, 'packages' | 'commands' | 'notes' | 'access'>;
  readonly changes: readonly Change[];
  readonly manual: readonly ManualStep[];
  /** What a person changes once the rest is written; none where absent. */
  readonly followUps?: readonly ManualStep[];
  /** What is run after the files are written. */
  readonly commands: readonly Command[];
}

/** One screen: the app as it was understood, files, packages, commands, notes. */
export function summarise(outline: Outline, look: Look, isVerbose = false): string {
  const { project, plan, changes, commands } = outline;
  const { paint, width } = look;
  return [
    outline.isIntroduced ? '' : describeProject(project),
    ...fileSections(changes, { project, look, isVerbose }).map(({ title, lines }) => section(paint, title, lines)),
    section(paint, 'Packages', changes.length > 0 ? plan.packages.flatMap((one) => packageLines(one, width)) : []),
    section(
      paint,
      'Commands',
      commands.flatMap((command) => wrapItem('', commandLine(command), width)),
    ),
    section(paint, 'Pages', plan.access === undefined ? [] : accessLines(plan.access, width)),
    stepsLeft(outline, look),
    section(
      paint,
      'Notes',
      plan.notes.flatMap(({ text }) => wrapItem('! ', text, width)),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What only a person can do: where, why, and the exact lines. */
export function stepsLeft(
  { manual, followUps = [] }: Pick<Outline, 'manual' | 'followUps'>,
  { paint, width }: Look,
): string {
  return section(
    paint,
    'Left for you',
    [...placesOf(manual), ...followUps].flatMap((step) => manualLines(step, width)),
  );
}

function describeProject({ packageName, framework, ionicMajor, capacitor, packageManager, root }: Project): string {
  const { title } = frameworkWith(framework);
  const versions = `${title} ${framework.major}, Ionic ${ionicMajor}, Capacitor ${capacitor.major}, ${packageManager.name}`;
  return `${packageName || framework.project} (${versions})\n${root}\n`;
}

function section(paint: Paint, title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${paint('bold', title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** More would hide the rest of the plan; the document has them all. */
const shownPages = 24;

function accessLines({ guarded, open }: Access, width: number): string[] {
  const listed = (paths: readonly string[]): string => {
    const shown = paths.slice(0, shownPages).map((path) => (path === '' ? '/' : path));
    const more = paths.length - shown.length;
    return more > 0 ? `${shown.join(', ')} and ${String(more)} more` : shown.join(', ') || 'none';
  };
  if (guarded.length + open.length === 0) return [];
  return [...wrapItem('guarded  ', listed(guarded), width), ...wrapItem('open     ', listed(open), width)];
}

function packageLines({ name, spec }: PackageChange, width: number): string[] {
  return spec === undefined ? [`- ${name}`] : wrapItem('+ ', `${name} ${spec}`, width);
}

/** Steps that are left for one reason at one place are told together: the reason, each import and each "where" once. */
function placesOf(manual: readonly ManualStep[]): ManualStep[] {
  const places = new Map<string, ManualStep>();
  for (const step of manual) {
    const place = `${step.path}:${String(step.line)} ${step.reason}`;
    const before = places.get(place)?.lines ?? [];
    const more = step.lines.filter((text) => !/^(import |\/\/)/.test(text) || !before.includes(text));
    places.set(place, { ...step, lines: [...before, ...more] });
  }
  return [...places.values()];
}

/** Where, why, and the exact lines to add. */
function manualLines({ path, line, reason, lines }: ManualStep, width: number): string[] {
  return [`${path}:${String(line)}`, ...wrap(reason, width), ...lines.map((text) => `    ${text}`)];
}

/** The command and what it is for. */
export function commandLine(command: Command): string {
  return `${typedCommand(command)}  (${command.why})`;
}
