import { page } from '../page.js';
import { useWaiting } from './use-waiting.js';

export default page({
  path: '/complaints',
  title: { en: 'Complaints', zh: '投诉' },
  right: 'complaints.read',
  menu: { place: 40, icon: 'alert', useCount: useWaiting },
  view: () => import('./complaints.js'),
});
