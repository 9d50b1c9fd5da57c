import { places, products } from './company.mjs';
import { priceOf } from './sales.mjs';

const BEGAN = 735; // days ago, before all customers
const [KEEPER, LIST, WHOLESALE] = ['zhou.wei', 'standard', 'wholesale'];

const SERVICES = ['tc-line', 'tc-vpn', 'tc-voice', 'en-print', 'en-support', 'hh-fibre', 'hh-family'];

const unitOf = (id) => {
  if (SERVICES.includes(id)) return 'month 月';
  return id === 'pw-cable' ? 'metre 米' : 'piece 件';
};

const CURRENCIES = ['CNY', ...new Set(places.en.flatMap(({ currency }) => currency ?? []))];

/** Products that no deal names. */
const OTHERS = [
  { id: 'pw-meter-mechanical', en: 'Mechanical meter', zh: '机械电表', price: 160, substitutes: ['pw-meter'] },
  { id: 'en-shredder', en: 'Shredder', zh: '碎纸机', price: 1260 },
  {
    ...{ id: 'pw-charging-set', en: 'Charging set', zh: '充电套装', price: 12200 },
    bundle: [
      { productId: 'pw-charger', quantity: '1' },
      { productId: 'pw-meter', quantity: '1' },
      { productId: 'pw-cable', quantity: '50' },
    ],
  },
];

const add = (say, { id, en, zh, category, price: _, substitutes, bundle }) =>
  say('AddProduct', {
    ...{ productId: id, name: en, nameZh: zh, code: id.toUpperCase(), unit: unitOf(id), substitutes, bundle },
    ...(category && { category: `${category.en} ${category.zh}` }),
    taxClass: SERVICES.includes(id) ? 'reduced' : 'standard',
  });

const share = (amount, percent) => ((Math.round(amount * 100) * percent) / 10_000).toFixed(2);

/** A price for one piece, and a lower one for many. */
const stepsOf = (product, currency) => {
  const unitPrice = priceOf(product, { currency });
  const first = { quantity: '1', unitPrice };
  return product.most >= 50 ? [first, { quantity: '100', unitPrice: share(unitPrice, 96) }] : [first];
};

const price = (say, product, currency, from) =>
  say('SetPrice', {
    ...{
      productId: product.id,
      priceId: `${LIST}-${currency.toLowerCase()}-${from}`,
      priceListId: LIST,
      currency,
      from,
    },
    steps: stepsOf(product, currency),
  });

/** What has changed in the catalogue since; each with the days ago. */
const changes = (day) => [
  [
    ...[520, 'ChangeProduct'],
    { productId: 'pw-meter', description: 'Three-phase meter with remote reading. 三相远程抄表。' },
  ],
  [
    ...[400, 'WithdrawProduct'],
    { productId: 'pw-meter-mechanical', from: day(390), reason: 'Replaced by the smart meter. 由智能电表替代。' },
  ],
  [300, 'WithdrawProduct', { productId: 'en-shredder', from: day(290), reason: 'The supplier stopped. 供应商停产。' }],
  [240, 'ReinstateProduct', { productId: 'en-shredder', reason: 'Another supplier was found. 已有新供应商。' }],
  [
    ...[365, 'EndPrice'],
    {
      ...{ productId: 'pw-storage', priceId: `${LIST}-cny-${day(BEGAN)}`, until: day(361) },
      reason: 'New list price. 新目录价。',
    },
  ],
  [
    ...[364, 'SetPrice'],
    {
      ...{ productId: 'pw-storage', priceId: `${LIST}-cny-${day(360)}`, priceListId: LIST, currency: 'CNY' },
      ...{ from: day(360), steps: [{ quantity: '1', unitPrice: '172000' }] },
    },
  ],
  [
    ...[200, 'SetPrice'],
    {
      ...{ productId: 'pw-meter', priceId: WHOLESALE, priceListId: WHOLESALE, segment: WHOLESALE, currency: 'CNY' },
      ...{ from: day(199), steps: [{ quantity: '50', unitPrice: '385' }] },
    },
  ],
];

/** The commands that keep the catalogue of products and the price lists. */
export const catalogueCommands = (calendar) => {
  const commands = [];
  const sayAt = (days, minute) => (type, fields) => {
    const occurredAt = calendar.instant(-days * 1440 + minute);
    commands.push({
      ...{ place: Date.parse(occurredAt), actor: KEEPER, type },
      ...{ body: { ...fields, occurredAt }, lanes: ['@catalogue'] },
    });
  };
  const day = (days) => calendar.day(days);
  const all = [...Object.values(products).flat(), ...OTHERS];
  all.forEach((product) => {
    add(sayAt(BEGAN, 640), product);
    for (const currency of CURRENCIES) price(sayAt(BEGAN, 660), product, currency, day(BEGAN));
  });
  changes(day).forEach(([days, type, fields]) => sayAt(days, 570)(type, fields));
  return commands;
};
