import { catalog } from './catalog.ts';
import type { AnyOption } from '../option.ts';

/** JSON Schema (draft 2020-12) of identity-vault.config.json; also of `--answers`. */
export function configSchema(): Record<string, unknown> {
  const options = catalog.filter(({ inConfig }) => inConfig);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'identity-vault.config.json',
    description: 'What create-identity-vault was asked for. Edit it by hand and run create-identity-vault again.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where editors find this schema.' },
      ...Object.fromEntries(
        options.map((option) => [
          option.key,
          { ...option.kind.schema, ...defaultOf(option), description: describe(option) },
        ]),
      ),
    },
  };
}

function describe({ help, consequence, choices }: AnyOption): string {
  const values = Object.entries(choices ?? {}).map(([value, { text }]) => `${value}: ${text}`);
  return [`${help}.`, consequence, ...values].join(' ');
}

/** For editors only: the file names every option, so that a new default never changes code silently. */
function defaultOf({ kind, fallback: { constant } }: AnyOption): { default?: unknown } {
  return constant === undefined ? {} : { default: kind.toJson(constant) };
}
