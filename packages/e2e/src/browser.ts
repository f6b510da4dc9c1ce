import { AxeBuilder } from '@axe-core/playwright';
import bundled from '@sparticuz/chromium';
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:/Program Files/Google/Chrome/Application/chrome.exe'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where screenshots go: the ones of the README with `SCREENSHOTS=1`, else a folder that git ignores. */
const PICTURES = path.resolve(import.meta.dirname, process.env['SCREENSHOTS'] ? '../../../docs/screenshots' : '../test-results');

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

  static async open(browser: Browser, size: Size = WIDE, locale = 'ru-RU'): Promise<Window> {
    const context = await browser.newContext({ baseURL: inject('productUrl'), viewport: size, locale, timezoneId: 'Asia/Novosibirsk', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return new Window(context, page);
  }

  /** Signs in on the console's page as a demonstration account. */
  async signIn(email: string): Promise<void> {
    await this.page.goto('/admin/');
    await this.page.getByLabel(/Почта|E-mail/i).first().fill(email);
    await this.page.getByLabel(/Пароль|Password/i).first().fill('demo-demo-demo');
    await this.page.getByRole('button', { name: /^(Войти|Sign in)$/ }).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** No axe violation, nothing that scrolls sideways, no trouble in the page's console. */
  async isSound(name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join('; ')}`)).toEqual([]);
    const sideways = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(this.troubles, name).toEqual([]);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  /** What a failed story saw last, always in the folder that git ignores. */
  async lastSight(name: string): Promise<void> {
    const folder = path.resolve(import.meta.dirname, '../test-results');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`) });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
