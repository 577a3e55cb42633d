import { elementsBelow } from './composed-tree.ts';

/** What the browser shows over the whole page, whatever its place in the document. */
export class TopLayer {
  readonly #isKept: (element: Element) => boolean;
  readonly #closed = new Set<HTMLDialogElement>();

  constructor(isKept: (element: Element) => boolean) {
    this.#isKept = isKept;
  }

  /** Closes all of it: a modal dialog also makes everything else inert. */
  close(): void {
    const { fullscreenElement } = document;
    if (fullscreenElement && !this.#isKept(fullscreenElement)) void document.exitFullscreen().catch(() => undefined);
    for (const element of [...elementsBelow(document)]) {
      if (!isInTopLayer(element) || this.#isKept(element)) continue;
      if (element instanceof HTMLDialogElement) this.#closeDialog(element);
      else element.hidePopover();
    }
  }

  #closeDialog(dialog: HTMLDialogElement): void {
    // One that opens itself again whenever it is closed would go on for ever.
    if (this.#closed.has(dialog)) dialog.addEventListener('close', swallow, { capture: true, once: true });
    this.#closed.add(dialog);
    dialog.close();
  }
}

function swallow(event: Event): void {
  event.stopImmediatePropagation();
}

function isInTopLayer(element: Element): element is HTMLElement {
  if (element instanceof HTMLDialogElement) return element.open && matches(element, ':modal', true);
  return element.hasAttribute('popover') && matches(element, ':popover-open', false);
}

/** Browsers that don't know the selector throw. */
function matches(element: Element, selector: string, otherwise: boolean): boolean {
  try {
    return element.matches(selector);
  } catch {
    return otherwise;
  }
}
