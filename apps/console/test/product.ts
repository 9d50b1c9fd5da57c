import { Client } from '../../annals/test/client.js';
import { hired } from '../../annals/test/hired.js';
import { Server } from '../../annals/test/server.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const PASSWORD = 'seven quiet otters row';

export type Look = {
  readonly language?: 'en' | 'zh';
  readonly theme?: 'light' | 'dark';
  readonly width?: 1440 | 390;
  /** Does not follow the events of others, so that the network comes to rest. */
  readonly isStill?: boolean;
};

const PLAIN = { language: 'en', theme: 'light', width: 1440, isStill: false } as const;

type View = { readonly lag: { readonly events: number } };

/** The built product on an empty data folder, and Chromium. */
export class Product {
  private readonly contexts: BrowserContext[] = [];
  /** A client of the administrator. */
  readonly admin: Client;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    /** The data folder. */
    readonly folder: string,
  ) {
    this.admin = new Client(server.url);
  }

  static start(...args: string[]): Promise<Product> {
    return Product.startWith({}, ...args);
  }

  /** With further settings. */
  static async startWith(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'annals-console-'));
    const environment = { PASSWORD_COST: 'low', SIGN_IN_LIMIT: '1000', RATE_LIMIT: '100000', ...settings };
    const server = await Server.start(folder, args, environment);
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--force-color-profile=srgb'],
    });
    return new Product(server, browser, folder);
  }

  get url() {
    return this.server.url;
  }

  get oneTimePassword() {
    return this.server.oneTimePassword!;
  }

  /** The administrator chooses a password; `admin` is signed in from then on. */
  async claim(): Promise<this> {
    await this.admin.claim(this.oneTimePassword, PASSWORD);
    return this;
  }

  /** An organisation whose id is `acme`. */
  async register(name: string, role: string): Promise<void> {
    await this.admin.post('/v1/customers', { customerId: 'acme', kind: 'organisation', name, roles: [role] });
  }

  /** A deal of `acme` that is worth 100 EUR, unless `deal` says otherwise. */
  async openDeal(deal: {
    readonly dealId: string;
    readonly title: string;
    readonly [field: string]: unknown;
  }): Promise<void> {
    const value = { amount: '100.00', currency: 'EUR' };
    await this.admin.post('/v1/deals', { customerId: 'acme', value, ...deal });
  }

  /** A user with roles, who has chosen a password. */
  async hire(userId: string, displayName: string, ...roles: readonly string[]): Promise<void> {
    await hired(this.admin, { userId, displayName, roles }, PASSWORD);
  }

  /** What the administrator reads at `path` when every view has caught up. */
  async read<Body>(path: string): Promise<Body> {
    await this.caughtUp();
    return (await this.admin.get(path)).body as Body;
  }

  private async caughtUp(): Promise<void> {
    const behind = async () => {
      const { body } = await this.admin.get('/v1/projections');
      return (body as { readonly items: readonly View[] }).items.some(({ lag }) => lag.events > 0);
    };
    while (await behind());
  }

  /** A page at `path` in a new browser, without a session. */
  async visit(path: string, look: Look = {}): Promise<Page> {
    const { language, theme, width, isStill } = { ...PLAIN, ...look };
    const context = await this.browser.newContext({
      ...{ viewport: { width, height: width === 390 ? 844 : 900 }, locale: language === 'zh' ? 'zh-CN' : 'en-GB' },
      ...{
        timezoneId: 'Asia/Shanghai',
        colorScheme: theme,
        reducedMotion: 'reduce',
        isMobile: width === 390,
        hasTouch: width === 390,
      },
    });
    this.contexts.push(context);
    if (isStill) await context.addInitScript('globalThis.EventSource = class { close() {} }');
    const page = await context.newPage();
    await page.goto(`${this.url}${path}`);
    return page;
  }

  /** The same, signed in. */
  async open(path: string, user = 'admin', look: Look = {}): Promise<Page> {
    if (this.admin.token) await this.caughtUp();
    const page = await this.visit(path, look);
    await this.signIn(page, user);
    return page;
  }

  /** Signs in on a page that asks for it. */
  async signIn(page: Page, user: string): Promise<void> {
    await page.locator('#entry-name').fill(user);
    await page.locator('#entry-password').fill(PASSWORD);
    await page.locator('form button[type=submit]').click();
    await page.locator('.frame').waitFor();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true });
  }
}

const chromiumPath = () => process.env['CHROMIUM'] ?? '/usr/bin/chromium';
