/**
 * The nonce of this response, for the few style elements the design system makes at run time (theme variables, breakpoints, scroll lock).
 * The server writes it into index.html in place of `__CSP_NONCE__` and into the Content-Security-Policy header. Without a server in front
 * (vite dev) it stays a placeholder and there is no policy to satisfy.
 */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Hands the nonce to the scroll lock of dialogs, which looks for it under this global name. */
export function shareNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: cspNonce() });
}
