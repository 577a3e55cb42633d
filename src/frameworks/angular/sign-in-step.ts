import type { NeededImport } from '../../model/edit.ts';
import type { Options } from '../../options/options.ts';
import { sessionMembers } from '../../options/session-members.ts';
import { calledName, type Answer } from './read/answer.ts';
import type { SignIn } from './read/sign-in.ts';
import { sessionLines } from './session-lines.ts';
import { useOf } from './use-service.ts';

const switchMap: NeededImport = { name: 'switchMap', from: { package: 'rxjs' } };

/** What is added to the code that signs in, so that the vault gets the session; it compiles where it is put. */
export function signInLines(
  { owner, method, answer, told }: SignIn,
  service: NeededImport,
  options: Options,
): string[] {
  const isOperator = answer !== undefined && ['subscribe', 'piped', 'action'].includes(answer.form);
  const use = useOf(service, owner, isOperator ? [switchMap] : []);
  const [open = '', ...rest] = sessionLines(sessionMembers(options), answer?.reads ?? []);
  const close = rest.pop() ?? '';
  const login = [`${use.name}.login(${open}`, ...rest, `${close});`];
  const place = `// in ${method?.name ?? `the method of ${owner.name} that signs in`}${method === undefined ? '' : '()'}, `;
  const hint = told === undefined ? [] : [`// ${told} has the answer: the call may stand there as well`];
  return [...use.imports, ...use.field, ...hint, ...needsAsync(method, answer), ...placed(answer, login, place)];
}

/** The call is awaited where nothing in a method is yet: what it returns is a promise then. */
function needsAsync(method: SignIn['method'], answer: Answer | undefined): string[] {
  if (method === undefined || answer !== undefined || method.body.isAsync()) return [];
  const type = method.body.getReturnTypeNode()?.getText();
  const returns = type === undefined || type.startsWith('Promise') ? '' : `, and its return type Promise<${type}>`;
  return [`// make ${method.name}() async${returns};`];
}

function placed(answer: Answer | undefined, login: readonly string[], place: string): string[] {
  const called = answer === undefined ? '' : `${calledName(answer.call)}(…)`;
  switch (answer?.form) {
    case 'subscribe':
      return [`${place}between ${called} and .subscribe(…):`, '.pipe(', ...indented(operator(answer, login)), ')'];
    case 'piped':
      return [`${place}last in .pipe(…), before .subscribe(…):`, ...operator(answer, login)];
    case 'action':
      return [
        '// where the answer to this action arrives, last in .pipe(…) of its effect:',
        ...operator(answer, login),
      ];
    case 'then':
      return [`${place}right behind ${called}:`, '.then(', ...indented(passedOn(answer, login)), ')'];
    case 'dropped':
      return [`${place}as soon as the user is signed in:`, ...led('void ', login)];
    default:
      return [`${place}as soon as the user is signed in, before another page is shown:`, ...led('await ', login)];
  }
}

/** Whoever is behind it still gets the answer, and only when the vault has the session. */
function passedOn({ name = 'answer' }: Answer, login: readonly string[]): string[] {
  return [`async (${name}) => {`, ...indented(led('await ', login)), `  return ${name};`, '},'];
}

function operator(answer: Answer, login: readonly string[]): string[] {
  const [first = '', ...lines] = passedOn(answer, login);
  return [`switchMap(${first}`, ...lines.slice(0, -1), '}),'];
}

function led(word: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${word}${first}`, ...rest];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
