import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
const [,, email = 'admin@demo.test', sizes = '1440,390', only = '', dark = '', lang = 'ru'] = process.argv;
const B = 'http://127.0.0.1:4301';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const PAGES = { rating: '/rating', ratingmun: '/rating?level=MUNICIPAL', ratingall: '/rating?level=ALL&search=Ив', regions: '/rating?view=regions', factions: '/rating?view=factions', few: '/rating?group=FEW_DATA', feedback: '/feedback', pending: '/feedback?comment=PENDING', deputies: '/deputies', deputiesnone: '/deputies?search=zzz', rollout: '/rollout', outbox: '/outbox', ratingme: '/rating/me' };
for (const size of sizes.split(',').map(Number)) {
  const ctx = await browser.newContext({ viewport: { width: size, height: size < 500 ? 844 : 900 }, locale: 'ru-RU', colorScheme: dark ? 'dark' : 'light', timezoneId: 'Europe/Moscow', reducedMotion: 'reduce' });
  const page = await ctx.newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 400)));
  const r = await ctx.request.post(B + '/api/auth/sign-in/email', { data: { email, password: 'demo-demo-demo' } });
  if (!r.ok()) console.log('signin', r.status(), await r.text());
  if (lang === 'en' || dark) await page.addInitScript(([l, d]) => { localStorage.setItem('locale', l); if (d) localStorage.setItem('mantine-color-scheme-value', 'dark'); }, [lang, dark]);
  let list = Object.entries(PAGES).filter(([k]) => !only || only.split(',').includes(k));
  if (!only || only.includes('explain')) list.push(['explain', null]);
  if (!only || only.includes('deputy1')) list.push(['deputy1', null]);
  if (!only || only.includes('mail')) list.push(['mail', null]);
  for (let [name, url] of list) {
    if (name === 'explain') { await page.goto(B + '/admin/rating'); await page.locator('table a, li a[href*="/rating/"]').first().waitFor(); url = (await page.locator('main table a, main li a[href*="/rating/0"]').first().getAttribute('href')).replace('/admin', ''); }
    if (name === 'deputy1') { await page.goto(B + '/admin/deputies'); const a = page.locator('main a[href*="/deputies/"]').first(); await a.waitFor(); url = (await a.getAttribute('href')).replace('/admin', ''); }
    if (name === 'mail') { await page.goto(B + '/admin/outbox'); const a = page.locator('main a[href*="mail="]').first(); await a.waitFor(); url = (await a.getAttribute('href')).replace('/admin', ''); }
    await page.goto(B + '/admin' + url); await page.waitForLoadState('networkidle').catch(() => {}); await page.waitForTimeout(400);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) { console.log(name, size, 'SIDEWAYS', over); console.log(await page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map((e) => e.tagName + '.' + (e.className?.baseVal ?? e.className)).join(' | '))); }
    const axe = await new AxeBuilder({ page }).analyze();
    for (const v of axe.violations) console.log(name, size, 'AXE', v.id, v.impact, v.nodes.length, v.nodes[0].target.join(' '), v.nodes[0].html.slice(0, 160), v.nodes[0].any[0]?.message?.slice(0,150) ?? '');
    await page.screenshot({ path: `/tmp/console2/shots/${name}-${size}${dark ? '-dark' : ''}${lang === 'en' ? '-en' : ''}.png`, fullPage: !process.env.VP && name !== 'mail' });
    console.log(name, size, 'title:', await page.title());
  }
  await ctx.close();
}
await browser.close();
