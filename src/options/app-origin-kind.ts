import { text } from './kinds.ts';

const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

/** As the plugin takes it for a callback: a host, and no port. Empty for a scheme of the app's own. */
export const appOriginKind = text({
  what: 'an origin like https://app.example.com, without a port and a path',
  pattern: new RegExp(`^(?:https://${label}(?:\\.${label})+)?$`),
  placeholder: '<origin>',
  tidy: (typed) =>
    typed
      .trim()
      .replace(/^(https:\/\/[^/]+)\/$/i, '$1')
      .toLowerCase(),
  suggest: (value) => (URL.canParse(value) ? `https://${new URL(value).hostname}` : `https://${value}`),
});
