import { page } from '../page.js';

export default page({
  path: '/audit/:customerId',
  title: { en: 'Audit of a customer', zh: '客户审计' },
  right: 'history.read',
  view: () => import('./audit-customer.js'),
});
