import { page } from '../page.js';

export default page({
  path: '/quotes',
  title: { en: 'Quotes', zh: '报价单' },
  right: 'quotes.read',
  menu: { place: 32, icon: 'coin' },
  view: () => import('./quotes.js'),
});
