import { addInterceptor } from './add-interceptor.ts';
import { HTTP, provideHttpClient, withInterceptors } from '../read/http-providers.ts';
import { editCode } from '../../../code/edit-code.ts';
import type { EditOutcome, InterceptorEdit } from '../../../model/edit.ts';

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
