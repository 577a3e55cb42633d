import type { Project } from '../model/project.ts';
import type { AnyOption } from './option.ts';
import type { OptionKey, Options } from './options.ts';

/** Would another value change anything, in this app and with the options chosen so far? */
export function isRelevant(option: AnyOption<OptionKey, Options>, options: Options, project: Project): boolean {
  return isForAuth(option, options) && (option.relevant?.(options, project) ?? true);
}

/** Is it for the way in which users of this app sign in? */
export function isForAuth({ auth }: Pick<AnyOption, 'auth'>, options: Pick<Options, 'auth'>): boolean {
  return auth === undefined || auth === options.auth;
}
