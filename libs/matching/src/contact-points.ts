import { normalAddress, normalPhones, type PhoneRegion } from '@annals/text';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const OTHERS = ['139.com', '189.cn', 'sohu.com', 'wo.cn', 'vip.qq.com', 'vip.163.com', 'googlemail.com'];

let providers: ReadonlySet<string> | undefined;

/** Domains under which anybody gets a mailbox. */
const free = () => (providers ??= new Set([...(require('email-providers/all.json') as readonly string[]), ...OTHERS]));

const GOOGLE = new Set(['gmail.com', 'googlemail.com']);

/** The mailbox that an address reaches: without a tag after `+`, for Gmail without dots; `null` if it is no address. */
export const mailboxOf = (text: string): string | null => {
  const [, local = '', domain = ''] = /^([^@\s]+)@([^@\s]+\.[^@\s]+)$/.exec(normalAddress(text)) ?? [];
  if (domain === '') return null;
  const [untagged = local] = local.split('+');
  return GOOGLE.has(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged || local}@${domain}`;
};

const domainOf = (mailbox: string) => mailbox.slice(mailbox.indexOf('@') + 1);

/** The domain of a mailbox; `null` if it is that of a free provider. */
export const ownDomainOf = (mailbox: string): string | null => {
  const domain = domainOf(mailbox);
  return free().has(domain) ? null : domain;
};

/** The domain of a web address without `www`; `null` if it is that of a free provider, or none. */
export const siteOf = (website: string): string | null => {
  const [, host = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/\s:?#]+\.[^/\s:?#.]{2,})/i.exec(website.trim()) ?? [];
  const domain = host.toLowerCase();
  return domain === '' || free().has(domain) ? null : domain;
};

const SHORTEST = 7; // digits: shorter numbers are extensions

/** The numbers in a text with their country codes, or as they are written. */
export const numbersIn = (text: string, regions: readonly PhoneRegion[]): readonly string[] =>
  normalPhones(text, regions).filter((number) => number.length >= SHORTEST);
