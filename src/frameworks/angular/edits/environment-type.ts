import { findAnchor } from '../../../code/anchor.ts';
import { usualStyle } from '../../../code/code-style.ts';
import { NotEditable } from '../../../code/draft.ts';
import type { CodeRecipe } from '../../../code/edit-code.ts';
import { hasMember, insertTypeMember, membersIn } from '../../../code/type-members.ts';
import type { CodeEdit } from '../../../model/edit.ts';
import { environmentKey } from '../read/environment-key.ts';
import { addressMember } from './address-type.ts';

/** Gives the type that only the app's environments have the member that they all get. */
export type EnvironmentTypeEdit = CodeEdit<{ readonly texts: readonly string[] }>;

/** Every environment must have it: one that is forgotten doesn't compile, and so sends the token nowhere. */
export const environmentType: CodeRecipe<EnvironmentTypeEdit> = {
  change: (draft, { anchor, with: { texts } }) => {
    const type = findAnchor(draft.source, anchor);
    const members = membersIn(type);
    if (members === undefined) {
      throw new NotEditable(type ?? draft.source, 'The members of this type are not written here.');
    }
    if (!hasMember(members, environmentKey)) insertTypeMember(draft, members, addressMember(draft.style, texts));
  },
  byHand: ({ with: { texts } }) => {
    const { name, type } = addressMember(usualStyle, texts);
    return { imports: [], where: 'in the type of environment', code: [`${name}: ${type.inline};`] };
  },
};
