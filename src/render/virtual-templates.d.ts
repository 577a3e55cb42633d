declare module 'virtual:templates' {
  /** Template texts by path below `templates/`; embedded at build. */
  export const templates: Readonly<Record<string, string>>;
}
