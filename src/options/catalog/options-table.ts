import { catalog, flagName, variableName } from './catalog.ts';
import { groups, printedDefault, type AnyOption, type Group } from '../option.ts';

/** The options for the documentation: one Markdown table a group, in the order of the configuration file. */
export function optionsTable(): string {
  const ids = Object.keys(groups) as Group[];
  return ids
    .map((id) =>
      section(
        id,
        catalog.filter(({ group }) => group === id),
      ),
    )
    .join('\n');
}

function section(id: Group, options: readonly AnyOption[]): string {
  const rows = options.map(
    (option) => `| ${[name(option), meaning(option), values(option), standard(option)].join(' | ')} |\n`,
  );
  return `### ${groups[id]}\n\n| Option | What it does | Values | Default |\n|---|---|---|---|\n${rows.join('')}`;
}

/** The names an option has: in the configuration file, as a flag, as an environment variable. */
function name({ key, kind, inConfig }: AnyOption): string {
  const flag = kind.name === 'boolean' ? `--[no-]${flagName(key)}` : `--${flagName(key)}`;
  const names = [inConfig ? `\`${key}\`` : `(${key}: not in the file)`, `\`${flag}\``, `\`${variableName(key)}\``];
  return names.join('<br>');
}

function meaning({ auth, help, consequence, choices = {} }: AnyOption): string {
  const lines = [
    `${help}.`,
    ...(auth === undefined ? [] : [`Only with --auth ${auth}.`]),
    consequence,
    ...Object.entries(choices).map(([value, { text }]) => `\`${value}\`: ${text}`),
  ];
  return lines.map(cell).join('<br>');
}

function values({ kind }: AnyOption): string {
  const { enum: choices } = kind.schema;
  if (Array.isArray(choices)) return choices.map((value) => `\`${String(value)}\``).join('<br>');
  return kind.name === 'boolean' ? '`true`<br>`false`' : `\`${cell(kind.placeholder)}\``;
}

function standard(option: AnyOption): string {
  const text = printedDefault(option);
  if (text === undefined) return option.required ? 'found in the app' : 'none';
  return text === '' ? 'none' : `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/<(?=first)/g, '&lt;');
}
