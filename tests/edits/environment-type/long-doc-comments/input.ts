export interface Environment {
  /**
   * For users.
   */
  production: boolean;

  /**
   * The server.
   */
  apiUrl: string;
}
