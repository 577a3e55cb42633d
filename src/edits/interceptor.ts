import { addInterceptor } from '../code/angular/add-interceptor.ts';
import { HTTP } from '../code/angular/http-providers.ts';
import { specifierFor } from '../code/module-path.ts';
import { editCode } from './edit-code.ts';
import type { EditOutcome, InterceptorEdit } from './edit.ts';

/** Adds a functional interceptor behind the ones the app has. */
export function editInterceptor(edit: InterceptorEdit, text: string): EditOutcome {
  const { name, from } = edit.interceptor;
  return editCode(
    {
      edit,
      change: (draft) => addInterceptor(draft, edit),
      byHand: () => ({
        imports: [
          { specifier: HTTP, names: ['provideHttpClient', 'withInterceptors'] },
          { specifier: specifierFor(edit.path, from), names: [name] },
        ],
        code: [`provideHttpClient(withInterceptors([${name}])),`],
      }),
    },
    text,
  );
}
