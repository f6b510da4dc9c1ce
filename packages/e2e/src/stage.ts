import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch, Window, WIDE, type Size } from './browser.js';

/** The browser of a file of stories. Windows are closed after each story; those of a failed one leave a picture behind. */
export interface Stage {
  open(size?: Size): Promise<Window>;
  /** A window of the console, signed in as a demonstration account. */
  openAs(email: string, size?: Size): Promise<Window>;
}

export function useStage(): Stage {
  let browser: Browser;
  let windows: Window[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async ({ task }) => {
    const open = windows;
    windows = [];
    for (const [at, window] of open.entries()) {
      if (task.result?.state === 'fail') await window.lastSight(task.name, at + 1).catch(() => undefined);
      await window.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
  });
  const stage: Stage = {
    open: async (size = WIDE) => {
      const window = await Window.open(browser, size);
      windows.push(window);
      return window;
    },
    openAs: async (email, size) => {
      const window = await stage.open(size);
      await window.signIn(email);
      return window;
    },
  };
  return stage;
}
