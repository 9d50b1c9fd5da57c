import { page } from '../page.js';

export default page({
  path: '/customers/:customerId',
  title: { en: 'Customer', zh: '客户' },
  right: 'customers.read',
  view: () => import('./customer.js'),
});
