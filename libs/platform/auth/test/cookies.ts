import { chosen, type Office } from './office.js';

export const OWN = { 'sec-fetch-site': 'same-origin' };
export const HTTPS = { 'x-forwarded-proto': 'https' };

type Headers = Readonly<Record<string, string>>;
type Reply = Awaited<ReturnType<Office['send']>>;

export const setIn = ({ headers }: Reply) => `${headers['set-cookie'] as string}`;
export const cookieIn = (reply: Reply) => setIn(reply).split(';')[0]!;

/** A browser that is signed in by a cookie. */
export class Cookies {
  constructor(private readonly office: Office) {}

  signIn(password: string, headers: Headers = OWN) {
    return this.office.send('POST', 'session/cookie', headers, { name: 'admin', password });
  }

  choose(cookie: string, currentPassword: string, newPassword: string, headers: Headers = OWN) {
    const body = { currentPassword, newPassword };
    return this.office.send('POST', 'session/cookie/password', { cookie, ...headers }, body);
  }

  me(cookie: string, headers: Headers = {}) {
    return this.office.send('GET', 'me', { cookie, ...headers });
  }

  /** A session of the administrator, whose password is `chosen` from then on. */
  async opened(): Promise<string> {
    const { oneTime } = this.office;
    return cookieIn(await this.choose(cookieIn(await this.signIn(oneTime)), oneTime, chosen));
  }
}
