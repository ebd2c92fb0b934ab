import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

/**
 * Serves the built web app: hashed assets for a year, and index.html with a fresh CSP nonce for every address that is a page.
 * It is mounted before the guards and holds nothing but the files of the build.
 */
export function serveWebApp(app: Express, directory: string): void {
  const page = join(directory, 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  app.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false, index: false }));
  app.use(express.static(directory, { index: false, maxAge: '5m' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && !/^\/(api|health|assets)(\/|$)/.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce));
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replace('__CSP_NONCE__', nonce));
  });
}

/** What a page may load: our own files, and styles that carry the page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'none'", "img-src 'self'", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ');
}
