import { page } from '../page.js';

export default page({
  path: '/deals/:dealId/quote',
  title: { en: 'Draft a quote', zh: '起草报价单' },
  right: 'quotes.write',
  view: () => import('./quote-draft.js'),
});
