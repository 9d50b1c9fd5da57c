import { page } from '../page.js';

export default page({
  path: '/quotes/:quoteId/print',
  title: { en: 'Print a quote', zh: '打印报价单' },
  right: 'quotes.read',
  view: () => import('./quote-print.js'),
});
