import { names } from './company.mjs';
import { DAY } from './calendar.mjs';
import { amountOf, centsOf } from './sales.mjs';

const ordered = ({ product, productId, quantity }) => ({ product, productId, quantity });

/** Delivers in one or two parts; the last part completes the order. */
const deliver = (book, begin, orderId, lines) => {
  const { chance, language, profile } = book;
  const carrier = chance.pick(names[language].carriers);
  const recipient = profile.contactPersons?.[0]?.name ?? profile.name;
  const [first] = lines;
  const half = Math.floor(Number(first.quantity) / 2);
  const isSplit = half > 0 && chance.maybe(25);
  const parts = isSplit
    ? [[{ ...ordered(first), quantity: `${half}` }], [{ ...ordered(first), quantity: `${first.quantity - half}` }]]
    : [lines.map(ordered)];
  let time = begin;
  for (const [at, delivered] of parts.entries()) {
    time = book.after(time, 3, 18);
    const delivery = {
      ...{ orderId, deliveryId: `${orderId}-${at + 1}`, complete: at === parts.length - 1, lines: delivered },
      ...{ carrier, trackingNumber: `TR${chance.int(10_000_000, 99_999_999)}`, recipient },
    };
    if (!book.tell(time, 'erp', 'NoteDelivery', delivery)) return undefined;
    if (chance.maybe(5)) {
      const trackingNumber = `TR${chance.int(10_000_000, 99_999_999)}`;
      book.tell(time + 200, 'erp', 'CorrectDelivery', {
        ...delivery,
        trackingNumber,
        reason: chance.pick(book.words.accountCorrections),
      });
    }
  }
  return time;
};

/** Pays an invoice, in one or two parts, some with a correction. */
const pay = (book, begin, invoiceId, cents) => {
  const { chance, words } = book;
  const method = chance.pick(words.payments);
  const shares = chance.maybe(15) ? [Math.round(cents / 2), cents - Math.round(cents / 2)] : [cents];
  let time = begin;
  for (const share of shares) {
    time = book.after(time, 6, 34);
    const paid = { invoiceId, amount: { amount: amountOf(share), currency: book.currency }, method };
    const payment = { paymentId: book.idOf('payment'), ...paid };
    const isWrong = chance.maybe(4);
    const typed = isWrong ? { ...payment, amount: { ...paid.amount, amount: amountOf(share + 9_000) } } : payment;
    const late = chance.maybe(6) ? book.after(time, 8, 20) : time;
    if (!book.tell(time, 'billing', 'ReceivePayment', typed, late)) return;
    if (isWrong) {
      const reason = chance.pick(book.words.accountCorrections);
      book.tell(book.after(late, 1, 3), 'billing', 'CorrectPayment', { ...payment, reason });
    }
  }
};

/** An invoice, and its payment unless it is to stay open. Returns its id. */
export const invoice = (book, time, cents, { orderId, isPaid = true, days = 30 } = {}) => {
  const { calendar, currency } = book;
  const invoiceId = book.idOf('invoice');
  const number = `R${calendar.dayOf(time).slice(0, 4)}-${book.number}${book.count.invoice}`;
  const dates = { issuedOn: calendar.dayOf(time), dueOn: calendar.dayOf(time + days * DAY) };
  const amount = { amount: amountOf(cents), currency };
  const sent = book.tell(time, 'billing', 'IssueInvoice', {
    invoiceId,
    number,
    ...(orderId && { orderId }),
    amount,
    ...dates,
  });
  if (sent && isPaid) pay(book, time, invoiceId, cents);
  return invoiceId;
};

/** The order of a won deal, or of a customer who orders again: delivered, invoiced and mostly paid. */
export const order = (book, begin, lines, { isPaid = book.chance.maybe(86) } = {}) => {
  const { chance, words, calendar } = book;
  const orderId = book.idOf('order');
  const cents = centsOf(lines);
  const value = { amount: amountOf(cents), currency: book.currency };
  const number = `S${calendar.dayOf(begin).slice(2, 4)}${book.number}${book.count.order}`;
  const expectedOn = calendar.dayOf(begin + chance.int(7, 28) * DAY);
  if (!book.tell(begin, 'erp', 'PlaceOrder', { orderId, number, value, lines: lines.map(ordered), expectedOn })) return;
  if (chance.maybe(4)) {
    book.tell(begin + 240, 'erp', 'CancelOrder', { orderId, reason: chance.pick(words.cancellations) });
    return;
  }
  const delivered = deliver(book, begin, orderId, lines);
  if (delivered === undefined) return;
  const issued = book.after(delivered, 0, 3);
  if (chance.maybe(4)) {
    const invoiceId = invoice(book, issued, cents, { orderId, isPaid: false });
    book.tell(issued + 45, 'billing', 'CancelInvoice', { invoiceId, reason: chance.pick(words.invoiceCancellations) });
  }
  invoice(book, issued + 60, cents, { orderId, isPaid });
  if (chance.maybe(5)) invoice(book, book.after(issued, 4, 9), -Math.round(cents / 10), { orderId, isPaid: false });
};

const REGISTERS = {
  power: [
    ['peak', 'kWh', 8_000, 90_000],
    ['off-peak', 'kWh', 3_000, 40_000],
  ],
  household: [[undefined, 'kWh', 120, 680]],
  telecom: [['data', 'GB', 400, 9_000]],
  enterprise: [['pages', 'page', 2_000, 60_000]],
};

/** The usage of the last months, as far back as the customer is one. */
export const usage = (book, months) => {
  const { chance, calendar, sector } = book;
  const meterId = `sample-meter-${book.number}`;
  const firsts = calendar.months(Math.min(months, Math.floor(book.since / 31)));
  for (const [register, unit, least, most] of REGISTERS[sector])
    for (const [at, from] of firsts.slice(0, -1).entries()) {
      const to = firsts[at + 1];
      const time = Math.floor((Date.parse(to) - calendar.midnight.toMillis()) / 60_000) + chance.int(60, 300);
      const read = { meterId, ...(register && { register }), from, to, quantity: `${chance.int(least, most)}`, unit };
      if (!book.tell(time, 'billing', 'MeterUsage', read)) return;
      if (chance.maybe(2)) {
        const reason = chance.pick(book.words.accountCorrections);
        book.tell(time + 900, 'billing', 'CorrectUsage', { ...read, quantity: `${chance.int(least, most)}`, reason });
      }
    }
};

/** The load of a site in the morning and in the afternoon of the last days. */
export const load = (book, days) => {
  const { chance, calendar } = book;
  for (let day = days; day > 0; day -= 1)
    for (const hour of [9, 13]) {
      const begin = (hour - day * 24) * 60;
      const [from, to] = [begin, begin + 240].map((time) => calendar.instant(time));
      const read = {
        meterId: `sample-meter-${book.number}-load`,
        from,
        to,
        quantity: `${chance.int(900, 2400)}`,
        unit: 'kWh',
      };
      book.tell(begin + 260, 'billing', 'MeterUsage', read);
    }
};
