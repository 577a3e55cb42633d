/** System colours follow the page's scheme, forced colours included. Sizes in rem follow the reader's. */
export const DIALOG_STYLE = `
:host { all: initial; }
dialog {
  color-scheme: light dark;
  box-sizing: border-box;
  width: min(22rem, calc(100vw - 2rem));
  max-height: calc(100dvh - 2rem);
  overflow: auto;
  padding: 1.5rem;
  border: 1px solid color-mix(in srgb, CanvasText 20%, transparent);
  border-radius: 0.75rem;
  background: Canvas;
  color: CanvasText;
  font: 1rem/1.5 system-ui, sans-serif;
}
dialog::backdrop { background: rgb(0 0 0 / 0.55); }
h2 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.3; }
label { display: block; margin-bottom: 1rem; }
input {
  box-sizing: border-box;
  display: block;
  width: 100%;
  min-height: 2.75rem;
  margin-top: 0.25rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid color-mix(in srgb, CanvasText 55%, transparent);
  border-radius: 0.5rem;
  background: Field;
  color: FieldText;
  font: inherit;
}
input[aria-invalid='true'] { border-color: light-dark(#b3261e, #ff8a80); }
.error { min-height: 1.5em; margin: 0 0 1rem; color: light-dark(#b3261e, #ff8a80); }
.buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.75rem; }
button {
  min-width: 5.5rem;
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  border: 1px solid color-mix(in srgb, CanvasText 55%, transparent);
  border-radius: 0.5rem;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button[type='submit'] { border-color: transparent; background: light-dark(#0b57d0, #a8c7fa); color: light-dark(#fff, #062e6f); }
form[aria-busy='true'] button { opacity: 0.6; cursor: progress; }
:is(input, button):focus-visible { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
@media (forced-colors: active) { button[type='submit'] { border-color: ButtonText; } }
`;
