import { AxeBuilder } from '@axe-core/playwright';
import bundled from '@sparticuz/chromium';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { PASSWORD } from './api.js';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Pictures lie here, in a folder that git ignores. */
const SEEN = path.resolve(import.meta.dirname, '../test-results');

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };
export type Size = typeof WIDE;

/** An installed Chromium, else the one that comes from the npm registry. */
export async function launch(): Promise<Browser> {
  const installed = INSTALLED.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return installed
    ? chromium.launch({ executablePath: installed, args: FLAGS })
    : chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args.filter((flag) => !flag.startsWith('--headless')), ...FLAGS] });
}

/** A person's window: cookies of their own, one size, and a note of everything that went wrong in it. */
export class Window {
  readonly troubles: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.troubles.push(message.text());
    });
  }

  static async open(browser: Browser, size: Size = WIDE): Promise<Window> {
    const context = await browser.newContext({ baseURL: inject('productUrl'), viewport: size, locale: 'ru-RU', timezoneId: 'Asia/Novosibirsk', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return new Window(context, page);
  }

  /** The console's start, signed in as a demonstration account; the form of the sign-in has stories of its own. */
  async signIn(email: string): Promise<void> {
    const answer = await this.context.request.post('/api/auth/sign-in/email', { data: { email, password: PASSWORD }, headers: { origin: inject('productUrl') } });
    expect(answer.status()).toBe(200);
    await this.page.goto('/admin/');
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** The language of the next pages, as the switch of portal and console keeps it. */
  async speak(locale: 'ru' | 'en'): Promise<void> {
    await this.page.evaluate((chosen) => {
      localStorage.setItem('locale', chosen);
      localStorage.setItem('voter-deputy.locale', JSON.stringify(chosen));
    }, locale);
  }

  /** The page has its heading, and nothing on it is still on its way. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    await expect.poll(() => this.page.locator('.skeleton, .mantine-Skeleton-root').count(), { timeout: 15_000 }).toBe(0);
  }

  /** What is wrong with the page: axe violations, what scrolls sideways, trouble in its console. Empty when it is sound. */
  async faults(name: string): Promise<string[]> {
    // No page of ours has a frame, for which alone axe would open a second page each time.
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
    const sideways = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return [
      ...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
      ...(sideways > 0 ? [`${name} scrolls sideways by ${sideways} px`] : []),
      ...this.troubles.splice(0).map((trouble) => `${name}: ${trouble}`),
    ];
  }

  /** With `SCREENSHOTS=1` a picture of every screen, and beside them the ones that the README shows, each where it expects them. */
  async picture(name: string): Promise<void> {
    if (!process.env['SCREENSHOTS']) return;
    const shown = `docs/screenshots/${name}.png`;
    await this.save(path.join(SEEN, `${name}.png`));
    if (readFileSync(path.join(ROOT, 'README.md'), 'utf8').includes(shown)) await this.save(path.join(ROOT, shown));
  }

  /** What a failed story saw last. */
  lastSight(story: string, at: number): Promise<void> {
    return this.save(path.join(SEEN, `failed-${story.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${at}.png`));
  }

  private async save(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
