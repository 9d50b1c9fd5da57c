import { page } from '../page.js';

export default page({
  path: '/audit',
  title: { en: 'Audit', zh: '审计' },
  right: 'history.read',
  menu: { place: 80, icon: 'audit' },
  view: () => import('./audit.js'),
});
