interface DebugTools {
  getComponent(element: Element): object | null;
}

declare global {
  interface Window {
    ng?: DebugTools;
  }
}

/** The classes of the pages that can be seen, from the outermost: Ionic keeps the pages below the one on top. */
export function pagesOnScreen(): string[] {
  return [...document.querySelectorAll('ion-router-outlet, router-outlet')]
    .flatMap(pagesIn)
    .map((page) => window.ng?.getComponent(page)?.constructor.name ?? page.tagName.toLowerCase());
}

/** Those of one outlet: more than one only while one takes the place of another. */
export function pagesIn(outlet: Element): Element[] {
  return pagesOf(outlet).filter(
    (page) => page.checkVisibility() && !page.closest('.ion-page-hidden, .ion-page-invisible'),
  );
}

function pagesOf(outlet: Element): Element[] {
  if (outlet.tagName === 'ION-ROUTER-OUTLET') return [...outlet.children];
  return outlet.nextElementSibling ? [outlet.nextElementSibling] : [];
}
