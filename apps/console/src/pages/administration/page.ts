import { page } from '../page.js';

export default page({
  path: '/administration',
  title: { en: 'Administration', zh: '管理' },
  right: 'organisation.manage',
  menu: { place: 100, icon: 'gear' },
  actions: [
    {
      title: { en: 'Add user', zh: '添加用户' },
      icon: 'plus',
      to: '/administration?add=user',
      right: 'organisation.manage',
    },
  ],
  view: () => import('./administration.js'),
});
