import { chromium } from 'playwright-core';
import { below } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { PASSWORD, Server } from './processes.mjs';
import { median } from './statistics.mjs';
import { customerId, STORY } from './story.mjs';

const EVENTS = 1_000; // of the first customer
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** One server with many customers, of which the first has many events, and a browser; shared by the measures. */
const browsed = async ({ folder, quick, shared }) =>
  (shared.browsed ??= (async () => {
    const dataDir = folder();
    const count = quick ? 20_000 : 100_000;
    await write(dataDir, customers(count, { storied: 1, contacts: [EVENTS - STORY.length] }));
    const server = await (await Server.start(dataDir)).signIn();
    await server.quiet();
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    return { server, browser, count };
  })());

export const closeBrowser = async ({ shared }) => {
  const { server, browser } = (await shared.browsed) ?? {};
  await browser?.close();
  await server?.stop();
};

/** Observes a page from its beginning; entries are kept by their type. */
const observe = () => {
  globalThis.seen = {};
  for (const type of ['largest-contentful-paint', 'event', 'longtask'])
    new PerformanceObserver((list) => {
      const entries = list
        .getEntries()
        .map(({ startTime, duration, interactionId }) => [...[startTime, duration, interactionId]]);
      globalThis.seen[type] = [...(globalThis.seen[type] ?? []), ...entries];
    }).observe({ type, buffered: true, durationThreshold: 16 });
};

const entriesOf = async (page, type) => (await page.evaluate((name) => globalThis.seen[name], type)) ?? [];

/** Frames are drawn, and what they reported has arrived. */
const settledIn = async (page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 200))));
};

/** A new browser without a cache, in which the administrator is signed in. */
const signedIn = async ({ server, browser }, viewport) => {
  const context = await browser.newContext({ viewport });
  // Or the network would never come to rest.
  await context.addInitScript('globalThis.EventSource = class { close() {} }');
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('#entry-name').fill('admin');
  await page.locator('#entry-password').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('.frame').waitFor();
  await settledIn(page);
  await page.close();
  await context.addInitScript(observe);
  return context;
};

const open = async (context, url) => {
  const page = await context.newPage();
  await page.goto(url);
  await settledIn(page);
  return page;
};

/** Opens an address in a browser without a cache, and closes it when `work` has returned. */
const visited = async (from, path, viewport, work) => {
  const context = await signedIn(from, viewport);
  try {
    return await work(await open(context, `${from.server.url}${path}`));
  } finally {
    await context.close();
  }
};

const CUSTOMER = `/customers/${customerId(0)}`;

const painted = async (bench, path, viewport) => {
  const from = await browsed(bench);
  const times = [];
  for (let round = 0; round < (bench.quick ? 3 : 7); round += 1)
    times.push(
      await visited(
        from,
        path,
        viewport,
        async (page) => (await entriesOf(page, 'largest-contentful-paint')).at(-1)[0],
      ),
    );
  return median(times);
};

export const paint = {
  name: 'console-paint',
  what: 'largest contentful paint of the page of a customer with 1,000 events, code from the server',
  budget: below(1_500, 'ms'),
  async run(bench) {
    const value = await painted(bench, CUSTOMER, DESK);
    const others = [
      ['on a phone', await painted(bench, CUSTOMER, PHONE)],
      ['list of customers', await painted(bench, '/customers', DESK)],
    ];
    return { value, notes: others.map(([name, time]) => `${name}: ${time.toFixed(0)} ms`) };
  },
};

/** KiB of JavaScript as they are transferred until a page stands. */
const scriptOf = (page) =>
  page.evaluate(() => {
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
  });

export const script = {
  name: 'console-script',
  what: 'JavaScript that is loaded before the page of a customer stands, as it is transferred',
  budget: below(350, 'kB'),
  async run(bench) {
    const from = await browsed(bench);
    return {
      value: await visited(from, CUSTOMER, DESK, scriptOf),
      notes: ['compressed by brotli, as browsers ask for it'],
    };
  },
};

/** What a user does on the page of a customer. */
const ACTS = {
  'open an event': (page) => page.locator('.tl .sum').first().click(),
  'close it': (page) => page.locator('.tl .sum[aria-expanded=true]').first().click(),
  'show one kind of events': (page) => page.locator('.tl-tools button').nth(1).click(),
  'show all events': (page) => page.locator('.tl-tools button').first().click(),
  'compose a contact': (page) => page.keyboard.press('c'),
  'close the drawer': (page) => page.keyboard.press('Escape'),
  'find by Ctrl+K': (page) => page.keyboard.press('Control+k'),
  'type a letter': (page) => page.keyboard.press('a'),
  'close what is found': (page) => page.keyboard.press('Escape'),
  'move the slider': async (page) => {
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
  },
};

export const input = {
  name: 'console-input',
  what: 'interaction to next paint on the page of a customer with 1,000 events, the slowest of ten acts',
  budget: below(200, 'ms'),
  async run(bench) {
    const from = await browsed(bench);
    return visited(from, CUSTOMER, DESK, async (page) => {
      const slowest = [];
      for (const [name, act] of Object.entries(ACTS)) {
        const before = (await entriesOf(page, 'event')).length;
        await act(page);
        await settledIn(page);
        const entries = (await entriesOf(page, 'event')).slice(before).filter(([, , interaction]) => interaction > 0);
        // What takes less than 16 ms is not reported.
        slowest.push([name, Math.max(0, ...entries.map(([, duration]) => duration))]);
      }
      return {
        value: Math.max(...slowest.map(([, duration]) => duration)),
        notes: slowest.map(([name, duration]) => `${name}: ${duration < 16 ? 'below 16' : duration} ms`),
      };
    });
  },
};

const SCREENS = 40;

export const scroll = {
  name: 'console-scroll',
  what: 'longest task while forty screens of the list of 100,000 customers (20,000 if quick) are scrolled through',
  budget: below(50, 'ms'),
  async run(bench) {
    const from = await browsed(bench);
    return visited(from, '/customers', DESK, async (page) => {
      const before = (await entriesOf(page, 'longtask')).length;
      await page.mouse.move(700, 500);
      for (let screen = 0; screen < SCREENS; screen += 1) {
        await page.mouse.wheel(0, DESK.height);
        await page.waitForLoadState('networkidle');
      }
      await settledIn(page);
      const tasks = (await entriesOf(page, 'longtask')).slice(before).map(([, duration]) => duration);
      const rows = await page.evaluate(() => document.querySelectorAll('tbody tr, [role=row]').length);
      return {
        value: Math.max(0, ...tasks),
        notes: [`${tasks.length} tasks longer than 50 ms; ${rows} rows in the document at the end`],
      };
    });
  },
};
