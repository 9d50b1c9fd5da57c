import { ADDRESSES, CONTACT_PERSONS } from '@annals/contracts-customers';
import type { WholeCustomerView } from '@annals/queries';
import type { Lines } from './differences.js';

type Line = readonly [key: string, label: string, text: string | null | undefined];

const WRITERS: readonly ((page: WholeCustomerView) => readonly Line[])[] = [
  ({ profile }) => flat(profile).map(([path, text]) => [`profile ${path}`, path, text]),
  ({ coming }) => coming.map(comingLine),
  ({ owner }) => [['owner', 'owner', owner && (owner.name ?? owner.id)]],
  ({ preference }) => flat(preference).map(([path, text]) => [`preference ${path}`, `preference ${path}`, text]),
  ({ consents }) => consents.map(consentLine),
  ({ needs }) =>
    needs.map(({ needId, description, duration, endedAt }) => {
      const end = endedAt === null ? '' : `, ended ${time(endedAt)}`;
      return [`need ${needId}`, 'need', `${description} (${duration}${end})`];
    }),
  ({ contacts: { last, nextDueAt } }) => [
    ['last contact', 'last contact', last && `${last.channel}, ${last.direction}, ${last.purpose}, ${time(last.at)}`],
    ['next contact', 'next contact due', nextDueAt && time(nextDueAt)],
  ],
  ({ deals: { openDeals, won, lost } }) => [
    ...openDeals.map(({ dealId, title, step, value }): Line => [
      `deal ${dealId}`,
      `open deal ${title}`,
      `${step}, ${value.amount} ${value.currency}`,
    ]),
    ['won', 'deals won', tally(won)],
    ['lost', 'deals lost', tally(lost)],
  ],
  ({ complaints }) => complaintLines(complaints),
  ({ logistics: { ordered, openOrders } }) => [
    ['ordered', 'ordered', tally(ordered)],
    ...openOrders.map(({ orderId, number, status }): Line => [
      `order ${orderId}`,
      `order ${number ?? orderId}`,
      status,
    ]),
  ],
  ({ finance: { paid, open } }) => [
    ['paid', 'paid', tally(paid)],
    ['to pay', 'to pay', tally(open)],
  ],
  ({ usage }) =>
    usage.flatMap(({ meterId, register, periods }) =>
      periods.slice(0, 1).map(({ quantity, unit, from, to }): Line => {
        const label = `usage ${meterId}${register === null ? '' : ` ${register}`}`;
        return [label, label, `${quantity} ${unit}, ${time(from)} to ${time(to)}`];
      }),
    ),
  ({ lifecycle }) => [['lifecycle', 'lifecycle', lifecycle && `${lifecycle.state} (${lifecycle.rule})`]],
];

/** The page of a customer as lines of text. */
export const linesOf = (page: WholeCustomerView | undefined): Lines =>
  new Map(
    (page ? WRITERS.flatMap((write) => write(page)) : []).flatMap(([key, label, text]) =>
      text ? [[key, [label, text]] as const] : [],
    ),
  );

/** `1996-07-04 00:00 UTC`. */
export const time = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

const comingLine = ({ number, effectiveDate, changes }: WholeCustomerView['coming'][number]): Line => [
  `coming ${number}`,
  `from ${effectiveDate}`,
  changes.map(({ field, after }) => `${field} ${after === null ? 'unknown' : inOne(flat(after))}`).join(', '),
];

const consentLine = ({ channel, purpose, given, expiresAt }: WholeCustomerView['consents'][number]): Line => {
  const [until, ended] = expiresAt ? [` until ${time(expiresAt)}`, `expired ${time(expiresAt)}`] : ['', 'withdrawn'];
  return [`consent ${channel} ${purpose}`, `consent to ${purpose} by ${channel}`, given ? `given${until}` : ended];
};

const complaintLines = ({
  openComplaints,
  resolved,
  satisfaction,
}: WholeCustomerView['complaints']): readonly Line[] => [
  ...openComplaints.map(({ complaintId, subject, severity, tier, dueAt, assignee }): Line => {
    const whose = assignee ? `, ${assignee.name ?? assignee.id}` : '';
    return [
      `complaint ${complaintId}`,
      `open complaint ${subject}`,
      `${severity}, tier ${tier}, due ${time(dueAt)}${whose}`,
    ];
  }),
  ['resolved', 'complaints resolved', resolved ? `${resolved}` : null],
  ['satisfaction', 'satisfaction', satisfaction.average === null ? null : `${satisfaction.average} of 5`],
];

const tally = ({ count, values }: WholeCustomerView['deals']['won']) => {
  const sums = Object.entries(values).map(([currency, amount]) => `${amount} ${currency}`);
  return count > 0 ? [`${count}`, ...sums].join(', ') : null;
};

/** Every text in a value with its path, such as `geographic city`; each element of a list is one text. */
const flat = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return listed(value, path);
  if (typeof value !== 'object') return [[path, `${value as string}`]];
  return Object.entries(value)
    .filter(([name]) => !PART_IDS.has(name))
    .flatMap(([name, inner]) => flat(inner, path ? `${path} ${words(name)}` : words(name)));
};

/** Ids of parts are not shown. */
const PART_IDS: ReadonlySet<string> = new Set([ADDRESSES.id, CONTACT_PERSONS.id]);

const listed = (list: readonly unknown[], path: string): ReturnType<typeof flat> => {
  const texts = list.map((each) => inOne(flat(each)));
  if (list.every((each) => typeof each !== 'object')) return [[path, texts.join(', ')]];
  return texts.map((text, index) => [index === 0 ? path : `${path} ${index + 1}`, text]);
};

const inOne = (lines: ReturnType<typeof flat>) =>
  lines.map(([path, text]) => (text === 'true' ? path : text)).join(', ');

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
