import { ancestors, isOurs } from './composed-tree.ts';

type Styled = HTMLElement | SVGElement;

/** How an element was. */
interface Before {
  readonly display: readonly [value: string, priority: string];
  readonly isInert: boolean;
}

/** The elements that are hidden, and how they were. */
export class Concealment {
  readonly #hidden = new Map<Styled, Before>();

  /** Hides everything in the document that neither is kept, nor holds or is in what is kept. */
  renew(kept: ReadonlySet<Element>): void {
    const { body, documentElement } = document;
    // The body is never hidden as a whole: the vault's own prompt is in it.
    const holders = new Set([body, ...kept].flatMap((element) => [...ancestors(element)]));
    for (const element of [...this.#hidden.keys()]) if (holders.has(element)) this.#reveal(element);
    const visit = (parent: ParentNode): void => {
      for (const child of parent.children) {
        if (isOurs(child) || kept.has(child) || child === document.head) continue;
        if (holders.has(child)) visitHolder(child);
        else if (child instanceof HTMLElement || child instanceof SVGElement) this.#conceal(child);
      }
    };
    const visitHolder = (holder: Element): void => {
      open(holder);
      visit(holder);
      // Only where the way to what is kept leads through it: else it is how the holder shows its children.
      const { shadowRoot } = holder;
      if (shadowRoot && [...shadowRoot.children].some((child) => holders.has(child))) visit(shadowRoot);
    };
    visit(documentElement);
    for (const element of kept) if (holders.has(element)) open(element);
  }

  /** Shows all of it as it was. @returns what was hidden */
  end(): readonly Element[] {
    const elements = [...this.#hidden.keys()];
    for (const element of elements) this.#reveal(element);
    return elements;
  }

  #conceal(element: Styled): void {
    const { style } = element;
    const display = [style.getPropertyValue('display'), style.getPropertyPriority('display')] as const;
    if (!this.#hidden.has(element)) this.#hidden.set(element, { display, isInert: element.hasAttribute('inert') });
    // Only what is different: who observes the element would never come to an end.
    if (display[0] !== 'none' || display[1] === '') style.setProperty('display', 'none', 'important');
    if (!element.hasAttribute('inert')) element.setAttribute('inert', '');
  }

  #reveal(element: Styled): void {
    const before = this.#hidden.get(element);
    this.#hidden.delete(element);
    if (!before) return;
    element.style.setProperty('display', ...before.display);
    if (element.getAttribute('style') === '') element.removeAttribute('style');
    if (!before.isInert) element.removeAttribute('inert');
  }
}

/** What lies over the pages had them hidden from screen readers, and may be gone before it could take that back. */
function open(element: Element): void {
  for (const name of ['inert', 'aria-hidden']) if (element.hasAttribute(name)) element.removeAttribute(name);
}
