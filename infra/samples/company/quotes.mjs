import { DAY } from './calendar.mjs';

const KINDS = [
  ...['draft', 'awaiting', 'refused', 'approved', 'sent'],
  ...['revised', 'accepted', 'declined', 'withdrawn', 'expired'],
];
const TIMES = 3; // quotes of each kind
const ABOVE_LIMIT = ['awaiting', 'refused', 'approved'];
const USUAL = ['0', '0.05'];

/** A deal with lines that a salesperson may quote, which the customer had by a time. */
const dealBy = (book, time) => {
  const at = Date.parse(book.calendar.instant(time));
  const deals = book.commands.filter(({ type, place }) => type === 'OpenDeal' && place < at);
  return deals.find(({ body: { lines } }) => lines.every(({ discount }) => USUAL.includes(discount)))?.body.dealId;
};

const decide = (book, time, kind, approval) => {
  const { quotes } = book.words;
  if (kind === 'refused')
    book.say(time, book.supervisor, 'RefuseQuoteApproval', { ...approval, reason: quotes.refused });
  if (kind === 'approved') book.say(time, book.supervisor, 'ApproveQuote', { ...approval, remark: quotes.approved });
};

/** What the customer answered, and what the company did meanwhile. */
const answer = (book, time, kind, quoteId) => {
  const { chance, words, profile } = book;
  const act = (at, type, fields = {}) => book.say(at, book.managerAt(at), type, { quoteId, ...fields });
  const acceptedBy = profile.contactPersons?.[0]?.name ?? profile.name;
  if (kind === 'accepted') act(time, 'AcceptQuote', { acceptedBy, reference: `PO-${book.number}` });
  if (kind === 'declined') act(time, 'DeclineQuote', { reason: chance.pick(words.offers) });
  if (kind === 'withdrawn') act(time, 'WithdrawQuote', { reason: words.quotes.withdrawn });
  if (kind !== 'revised') return;
  act(time, 'ReviseQuote', { notes: words.quotes.revised });
  act(time + 60, 'SendQuote');
};

/** A quote for a deal, and how far it came. */
const quote = (book, begin, dealId, kind) => {
  const { quotes } = book.words;
  const quoteId = book.idOf('quote');
  const isAbove = ABOVE_LIMIT.includes(kind);
  const validUntil = book.calendar.dayOf(begin + (kind === 'expired' ? 14 : 120) * DAY);
  const said = { number: `Q-${book.number}`, validUntil, paymentTerms: quotes.terms };
  const discount = isAbove ? { discount: { kind: 'percent', value: '18' } } : {};
  book.tell(begin, book.managerAt(begin), 'DraftQuote', { quoteId, dealId, ...said, ...discount });
  if (kind === 'draft') return;
  if (!isAbove) {
    const sent = book.after(begin, 1, 3);
    if (book.say(sent, book.managerAt(sent), 'SendQuote', { quoteId }))
      answer(book, book.after(sent, 1, 6), kind, quoteId);
    return;
  }
  const approval = { quoteId, requestId: `${quoteId}-approval` };
  const asked = begin + 30;
  book.say(asked, book.managerAt(asked), 'RequestQuoteApproval', { ...approval, remark: quotes.asked });
  decide(book, book.after(asked, 1, 2), kind, approval);
};

/** Quotes in each state. */
export const quotes = (books) => {
  let count = 0;
  for (const book of books.filter(({ character }) => character === 'steady')) {
    if (count >= KINDS.length * TIMES) return;
    const begin = book.between(60, 25);
    const dealId = dealBy(book, begin);
    if (dealId === undefined) continue;
    quote(book, begin, dealId, KINDS[count % KINDS.length]);
    count += 1;
  }
};
