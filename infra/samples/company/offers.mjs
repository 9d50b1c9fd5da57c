import { products } from './company.mjs';

const SOLD_TO = ['flagship', 'steady', 'household'];

/** The products of the lines of a deal. */
const boughtIn = ({ body: { lines = [] } }) =>
  lines.map(({ product, productId }) => ({ product, ...(productId && { productId }) }));

/** A product that goes well with what the customer has, and what became of it. */
const offer = (book, begin, because) => {
  const { chance, words, language } = book;
  const had = new Set(because.map(({ productId }) => productId));
  const others = (products[book.sector] ?? products.household).filter(({ id }) => !had.has(id));
  if (others.length === 0) return;
  const other = chance.pick(others);
  const offerId = book.idOf('offer');
  const actor = book.managerAt(begin);
  const isMade = book.tell(begin, actor, 'OfferProduct', {
    ...{ offerId, product: other[language], productId: other.id, because: because.slice(0, 1) },
  });
  if (!isMade || chance.maybe(25)) return;
  const answer = chance.maybe(40) ? { answer: 'accepted' } : { answer: 'refused', reason: chance.pick(words.offers) };
  book.say(book.after(begin, 1, 9), actor, 'AnswerOffer', { offerId, ...answer });
};

/** What was offered to customers who had bought something. */
export const offers = (books) => {
  for (const book of books.filter(({ character }) => SOLD_TO.includes(character))) {
    const deals = book.commands.filter((command) => command.type === 'OpenDeal' && boughtIn(command).length > 0);
    if (deals.length === 0 || !book.chance.maybe(60)) continue;
    offer(book, book.between(90, 15), boughtIn(book.chance.pick(deals)));
  }
};
