/** A string literal whose value is `value`, whatever characters it holds. */
export function literal(value: string, quote: "'" | '"'): string {
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
