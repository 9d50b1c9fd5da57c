import { page } from '../page.js';

export default page({
  path: '/quotes/:quoteId/revise',
  title: { en: 'Revise a quote', zh: '修订报价单' },
  right: 'quotes.write',
  view: () => import('./quote-edit.js'),
});
