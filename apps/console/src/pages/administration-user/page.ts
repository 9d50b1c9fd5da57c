import { page } from '../page.js';

export default page({
  path: '/administration/users/:userId',
  title: { en: 'User', zh: '用户' },
  right: 'organisation.manage',
  view: () => import('./user.js'),
});
