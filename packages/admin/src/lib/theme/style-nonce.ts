/**
 * The content security policy takes <style> elements with the nonce of the page's response alone. The component library asks
 * for it here; the part of it that stops the page behind a dialog from scrolling reads a global that webpack once defined.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
Object.assign(globalThis, { __webpack_nonce__: nonce });

export const styleNonce = (): string => nonce;
