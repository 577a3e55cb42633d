/** A file that was named by mistake is not printed from end to end. */
export function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 100)}…`;
}
