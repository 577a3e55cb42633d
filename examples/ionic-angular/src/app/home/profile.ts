/** What `GET /profile` answers. */
export interface Profile {
  name: string;
  email: string;
}
