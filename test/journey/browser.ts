import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Whether this machine has the browser that the journeys are walked with. */
export const browserIsInstalled = existsSync(EXECUTABLE);

/** A person at a browser: what they asked the server for and what went wrong is remembered. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Every address that was asked for. */
  addresses: string[];
  /** Errors of the page: exceptions, refused content, answers of the server's own making. */
  mistakes: string[];
}

/** Opens the browser. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** Somebody sits down in front of it. */
export async function visit(browser: Browser, url: string, options: { width?: number; height?: number; dark?: boolean; language?: string } = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: options.language ?? 'en-US',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const visitor: Visitor = { page, context, addresses: [], mistakes: [] };
  page.on('request', (request) => visitor.addresses.push(request.url()));
  page.on('pageerror', (error) => visitor.mistakes.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (401|409|422)/.test(message.text())) visitor.mistakes.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) visitor.mistakes.push(`${response.status()} ${response.url()}`);
  });
  return visitor;
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { target: unknown[] }[] }[];
}

/** What axe finds on the page once it has come to rest, one line per finding. A colour that is just changing is nobody's colour. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(`Promise.race([
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    new Promise((goOn) => setTimeout(goOn, 1000)),
  ])`);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, impact, nodes }) => `${impact ?? ''} ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4).join(' | ')}`);
}
