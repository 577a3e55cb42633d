import type { CodeStyle } from '../../../code/code-style.ts';
import type { TypeMember } from '../../../code/type-members.ts';
import { environmentKey } from '../read/environment-key.ts';

/** The member that has the addresses of a build, in the type of an environment. */
export function addressMember({ bracePad, semicolons }: CodeStyle, hasRefreshUrl: boolean): TypeMember {
  const members = [
    'loginUrl: string',
    ...(hasRefreshUrl ? ['refreshUrl: string'] : []),
    'apiOrigins: readonly string[]',
  ];
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
