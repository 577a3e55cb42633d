export enum Pfad {
  Anmelden = 'anmelden',
  Start = 'start',
}
