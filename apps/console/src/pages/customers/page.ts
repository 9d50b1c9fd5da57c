import { page } from '../page.js';

export default page({
  path: '/customers',
  title: { en: 'Customers', zh: '客户' },
  right: 'customers.read',
  menu: { place: 20, icon: 'people', tab: true },
  view: () => import('./customers.js'),
});
