import { page } from '../page.js';

export default page({
  path: '/quotes/:quoteId',
  title: { en: 'Quote', zh: '报价单' },
  right: 'quotes.read',
  view: () => import('./quote.js'),
});
