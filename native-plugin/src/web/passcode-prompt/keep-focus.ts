/** Milliseconds: an app that disables the button which asked has enabled it again by then. */
const PATIENCE = 3000;

/**
 * Remembers what has the focus, in shadow roots too.
 *
 * @returns gives it back. The browser can't where the element is disabled at that moment, as a button that is busy: then the element gets
 * it as soon as it takes it, unless something else has it by then
 */
export function keepFocus(): () => void {
  const focused = deepestActive(document);
  return () => {
    if (focused) giveFocus(focused, performance.now() + PATIENCE);
  };
}

function giveFocus(focused: HTMLElement, deadline: number): void {
  const active = deepestActive(document);
  if ((active && active !== focused) || !focused.isConnected || performance.now() > deadline) return;
  // One that was disabled with the focus on it still counts as active for a moment.
  if (active && !focused.matches(':disabled')) return;
  focused.focus();
  requestAnimationFrame(() => giveFocus(focused, deadline));
}

function deepestActive(root: DocumentOrShadowRoot): HTMLElement | undefined {
  const { activeElement } = root;
  const inner = activeElement?.shadowRoot && deepestActive(activeElement.shadowRoot);
  if (inner) return inner;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined;
}
