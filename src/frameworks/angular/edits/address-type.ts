import type { CodeStyle } from '../../../code/code-style.ts';
import type { TypeMember } from '../../../code/type-members.ts';
import { environmentKey } from '../read/environment-key.ts';

/** The member that has the addresses of a build, in the type of an environment. @param texts those that are texts, by name */
export function addressMember({ bracePad, semicolons }: CodeStyle, texts: readonly string[]): TypeMember {
  const members = [...texts.map((name) => `${name}: string`), 'apiOrigins: readonly string[]'];
  const end = semicolons ? ';' : '';
  return {
    name: environmentKey,
    type: {
      inline: `{${bracePad}${members.join('; ')}${bracePad}}`,
      block: ['{', ...members.map((member) => `\t${member}${end}`), '}'],
    },
    comment: 'The servers that the identity vault talks to.',
  };
}
