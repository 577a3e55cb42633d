/** The fenced blocks of a document in one language. */
export function blocksIn(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text = '']) => text);
}

/** Everything set as code: the lines of shell blocks, and what stands between backticks. */
export function codeIn(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```\w+\n[^]*?^```$/gm, '');
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocksIn(markdown, 'sh').flatMap((block) => block.trim().split('\n')), ...spans];
}
