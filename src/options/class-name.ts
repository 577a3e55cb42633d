/** The class form of a function's name: `authGuard` and `AuthGuard` are one option in two kinds of app. */
export function className(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
