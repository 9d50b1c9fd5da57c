import { page } from '../page.js';

export default page({
  path: '/customers',
  title: { en: 'Customers', zh: '客户' },
  right: 'customers.read',
  menu: { place: 20, icon: 'people', tab: true },
  actions: [
    {
      title: { en: 'Register customer', zh: '登记客户' },
      icon: 'plus',
      to: '/customers?register=organisation',
      right: 'customers.write',
    },
  ],
  view: () => import('./customers.js'),
});
