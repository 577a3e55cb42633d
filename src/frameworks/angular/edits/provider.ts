import { addProvider, providerItem } from './add-provider.ts';
import { editCode } from '../../../code/edit-code.ts';
import type { EditOutcome, ProviderEdit } from '../../../model/edit.ts';

/** Provides a class under a token that takes several, behind the ones the app has. */
export function editProvider(edit: ProviderEdit, text: string): EditOutcome {
  const { token, useClass } = edit;
  return editCode(
    {
      edit,
      change: (draft) => addProvider(draft, edit),
      byHand: (style) => ({
        imports: [token, useClass],
        code: [`${providerItem(style, token.name, useClass.name).inline},`],
      }),
    },
    text,
  );
}
