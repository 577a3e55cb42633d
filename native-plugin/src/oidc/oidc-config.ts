/** A provider and this app as its client. */
export interface OidcConfig {
  /**
   * The provider, exactly as its discovery document names itself (`https://login.example.com/realms/main`), without
   * `/.well-known/…`. `http://localhost` and `http://127.0.0.1` are for development only: the page must come from there, too.
   */
  readonly issuer: string;
  /** A public client: there is no secret that an app could keep. */
  readonly clientId: string;
  /** Where the provider sends the user back to; registered there exactly so. No query, no fragment. */
  readonly redirectUri: string;
  /** Where it sends the user after the end of its session. Absent: it shows a page of its own. */
  readonly postLogoutRedirectUri?: string;
  /** Default `openid offline_access`: most providers give no refresh token without the second. */
  readonly scope?: string;
  /** More origins of the provider's endpoints. Default: only the issuer's own. The refresh token is sent to these. */
  readonly endpointOrigins?: readonly string[];
  /** Sent along with every sign-in, such as `audience`. */
  readonly authorizationParameters?: Readonly<Record<string, string>>;
  /**
   * On iOS and Android: the sign-in shares no cookies with the user's browser, so that each one asks anew. Default false. Not every browser of
   * Android can do that; there it is an ordinary session.
   */
  readonly isEphemeral?: boolean;
  /** Where the provider's documents and its deeds differ. Presets fill it in. */
  readonly deviations?: ProviderDeviations;
  /** Seconds that this device's clock may be wrong by. Default 300. */
  readonly clockTolerance?: number;
  /** Seconds to wait for each answer of the provider. Default 10. */
  readonly timeout?: number;
}

/** Where a provider differs from the standards, or its discovery document is silent. */
export interface ProviderDeviations {
  /** The issuer that its document names in place of the one it was asked for, literally. */
  readonly documentIssuer?: string;
  /** Where sessions end, if the document doesn't say so. */
  readonly endSessionEndpoint?: string;
  /** Where tokens are revoked, if the document doesn't say so; `null`: nowhere, whatever it says. */
  readonly revocationEndpoint?: string | null;
  /** What it calls `post_logout_redirect_uri`. */
  readonly logoutRedirectParameter?: string;
  /**
   * The end of the session needs the ID token as a hint. It is then in an address, which browsers and servers keep. Default: it isn't
   * sent, and the provider may ask the user whether to sign out.
   */
  readonly needsIdTokenHint?: boolean;
}
