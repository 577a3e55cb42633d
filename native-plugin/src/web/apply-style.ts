/**
 * Styles for a shadow root. A sheet made by script is not held back by a Content Security Policy that wants a nonce for
 * `<style>`; browsers from before 2023 have no such sheets.
 */
export function applyStyle(shadow: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in shadow && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
}
