import { addInterceptor } from '../code/angular/add-interceptor.ts';
import { HTTP, provideHttpClient, withInterceptors } from '../code/angular/http-providers.ts';
import { editCode } from './edit-code.ts';
import type { EditOutcome, InterceptorEdit } from './edit.ts';

/** Adds a functional interceptor behind the ones the app has. */
export function editInterceptor(edit: InterceptorEdit, text: string): EditOutcome {
  const { interceptor } = edit;
  return editCode(
    {
      edit,
      change: (draft) => addInterceptor(draft, edit),
      byHand: () => ({
        imports: [
          ...[provideHttpClient, withInterceptors].map(({ name }) => ({ name, from: { package: HTTP } })),
          interceptor,
        ],
        code: [`provideHttpClient(withInterceptors([${interceptor.name}])),`],
      }),
    },
    text,
  );
}
