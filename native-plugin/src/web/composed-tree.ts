/** The element and what it is in, out of shadow roots up to the document. */
export function* ancestors(element: Element): Iterable<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}

/** Every element below, open shadow roots included. */
export function* elementsBelow(root: ParentNode): Iterable<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsBelow(element.shadowRoot);
  }
}

/** The vault's own: the cover, and the prompt. */
export function isOurs(element: Element): boolean {
  return element.hasAttribute('data-identity-vault');
}
