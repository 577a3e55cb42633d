/** Milliseconds: an app that disables the button which asked has enabled it again by then. */
const PATIENCE = 3000;

/**
 * Gives the focus back to what had it before a prompt, in shadow roots too.
 *
 * An app often disables the button that asked. The browser takes the focus from a disabled element with the next frame, without an event, and
 * that can be before the prompt is shown: so what gets the focus is remembered from the beginning.
 */
export class FocusKeeper {
  #last: WeakRef<HTMLElement> | undefined;

  constructor() {
    this.#remember(deepestActive(document));
    document.addEventListener('focusin', () => this.#remember(deepestActive(document)));
    document.addEventListener('focusout', () => {
      if (!this.#lastDisabled()) this.#remember(undefined);
    });
  }

  /**
   * @returns gives the focus back to what has it now. The browser can't where the element is disabled at that moment: then the element gets
   * the focus as soon as it takes it, unless something else has it by then
   */
  keep(): () => void {
    const focused = deepestActive(document) ?? this.#lastDisabled();
    return () => {
      if (focused) giveFocus(focused, performance.now() + PATIENCE);
    };
  }

  #remember(element: HTMLElement | undefined): void {
    this.#last = element && new WeakRef(element);
  }

  #lastDisabled(): HTMLElement | undefined {
    const last = this.#last?.deref();
    return last?.matches(':disabled') ? last : undefined;
  }
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
