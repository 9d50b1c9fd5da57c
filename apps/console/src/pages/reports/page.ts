import { page } from '../page.js';

export default page({
  path: '/reports',
  title: { en: 'Reports', zh: '报表' },
  right: 'reports.read',
  menu: { place: 50, icon: 'chart' },
  view: () => import('./reports.js'),
});
