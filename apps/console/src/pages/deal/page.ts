import { page } from '../page.js';

export default page({
  path: '/deals/:dealId',
  title: { en: 'Deal', zh: '商机' },
  right: 'deals.read',
  view: () => import('./deal.js'),
});
