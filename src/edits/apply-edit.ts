import type { AppEdit, EditOutcome } from '../model/edit.ts';

/**
 * Makes one edit of an app file in memory. The text comes back unchanged when it already has what
 * the edit wants; everything else is inserted, and the rest stays byte for byte.
 *
 * Each kind is loaded when it is first needed: a plist costs no TypeScript parser.
 * @throws CliError `UNREADABLE` when the text can't be parsed before the edit.
 */
export async function applyEdit(edit: AppEdit, text: string): Promise<EditOutcome> {
  switch (edit.kind) {
    case 'interceptor':
      return (await import('../frameworks/angular/edits/interceptor.ts')).editInterceptor(edit, text);
    case 'provider':
      return (await import('../frameworks/angular/edits/provider.ts')).editProvider(edit, text);
    case 'module-import':
      return (await import('../frameworks/angular/edits/module-import.ts')).editModuleImport(edit, text);
    case 'route':
      return (await import('../frameworks/angular/edits/route.ts')).editRoute(edit, text);
    case 'guard':
      return (await import('../frameworks/angular/edits/guard.ts')).editGuard(edit, text);
    case 'json':
      return (await import('./json.ts')).editJson(edit, text);
    case 'plist':
      return (await import('./plist.ts')).editPlist(edit, text);
  }
}
