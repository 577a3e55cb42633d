/**
 * The app's theme: the variables of Ionic, where the page has them. Else system colours, which follow the page's scheme. Sizes in rem
 * follow the reader's. Ionic mixes its own colours in the same way.
 */
export const DIALOG_STYLE = `
:host { all: initial; color-scheme: inherit; }
dialog {
  --text: var(--ion-text-color, CanvasText);
  --surface: var(--ion-overlay-background-color, var(--ion-background-color, Canvas));
  --primary: var(--ion-color-primary, light-dark(#0b57d0, #a8c7fa));
  --on-primary: var(--ion-color-primary-contrast, light-dark(#fff, #062e6f));
  --danger: color-mix(in srgb, var(--ion-color-danger, light-dark(#b3261e, #ff8a80)) 75%, var(--text));
  --line: color-mix(in srgb, var(--text) 55%, transparent);
  --radius: 0.75rem;
  --control-radius: 0.5rem;
  box-sizing: border-box;
  width: min(22rem, calc(100vw - 2rem));
  max-height: calc(100dvh - 2rem);
  overflow: auto;
  padding: 1.5rem;
  border: 1px solid color-mix(in srgb, var(--text) 20%, transparent);
  border-radius: var(--radius);
  background: var(--surface);
  color: var(--text);
  font: 1rem/1.5 var(--ion-font-family, system-ui, sans-serif);
}
dialog::backdrop { background: rgb(0 0 0 / 0.55); }
h2 { margin: 0 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0; overflow-wrap: break-word; }
.rules, .note { margin-bottom: 1rem; }
:is(.rules, .note):empty { display: none; }
.rules { color: color-mix(in srgb, var(--text) 80%, transparent); }
.note { font-weight: 600; }
.field { margin-bottom: 1rem; }
label { display: block; margin-bottom: 0.25rem; }
.entry { position: relative; }
input {
  box-sizing: border-box;
  display: block;
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: var(--control-radius);
  background: transparent;
  color: inherit;
  font: inherit;
}
.entry:has(.show) input { padding-inline-end: 3rem; }
input[aria-invalid='true'] { border-color: var(--danger); }
.error { min-height: 1.5em; margin-bottom: 1rem; color: var(--danger); }
.announcement { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.75rem; }
button {
  min-width: 5.5rem;
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  border: 1px solid var(--line);
  border-radius: var(--control-radius);
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button[type='submit'] { border-color: transparent; background: var(--primary); color: var(--on-primary); }
button[aria-disabled='true'], form[aria-busy='true'] button { opacity: 0.6; cursor: progress; }
.show {
  position: absolute;
  inset-block: 0;
  inset-inline-end: 0;
  display: grid;
  place-items: center;
  min-width: 2.75rem;
  padding: 0;
  border-color: transparent;
}
svg { width: 1.5rem; fill: none; stroke: currentColor; stroke-width: 1.6; opacity: 0.7; }
.show[aria-pressed='true'] svg { stroke: var(--primary); stroke-width: 2.2; opacity: 1; }
:is(input, button):focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; }
.show:focus-visible { outline-offset: -3px; }
dialog[data-mode='ios'] { --radius: 0.875rem; --control-radius: 0.625rem; }
dialog[data-mode='ios'] h2 { font-size: 1.0625rem; font-weight: 600; text-align: center; }
dialog[data-mode='ios'] :is(.rules, .note, .error) { font-size: 0.875rem; text-align: center; }
dialog[data-mode='ios'] .buttons { flex-wrap: nowrap; margin: 0 -1.5rem -1.5rem; gap: 0; border-top: 1px solid var(--line); }
dialog[data-mode='ios'] .buttons button { flex: 1; border: 0; border-radius: 0; background: transparent; color: var(--primary); }
dialog[data-mode='ios'] .buttons button + button { border-inline-start: 1px solid var(--line); font-weight: 600; }
dialog[data-mode='ios'] .buttons button:focus-visible { outline-offset: -3px; }
dialog[data-mode='md'] { --radius: 1.75rem; --control-radius: 0.25rem; }
dialog[data-mode='md'] h2 { font-size: 1.5rem; font-weight: 400; }
dialog[data-mode='md'] .buttons button { border-radius: 2rem; font-weight: 500; }
dialog[data-mode='md'] .buttons .cancel { border-color: transparent; color: var(--primary); }
@media (forced-colors: active) {
  button, dialog[data-mode] .buttons button { border: 1px solid ButtonText; }
  button[type='submit'], dialog[data-mode] .buttons button[type='submit'] { forced-color-adjust: none; background: ButtonText; color: ButtonFace; }
  .show[aria-pressed='true'] { background: Highlight; color: HighlightText; }
  .show[aria-pressed='true'] svg { stroke: currentColor; }
}
`;
