import { page } from '../page.js';
import { useWaiting } from './use-waiting.js';

export default page({
  path: '/tasks',
  title: { en: 'Tasks', zh: '任务' },
  right: 'tasks.read',
  menu: { place: 35, icon: 'check', useCount: useWaiting },
  view: () => import('./tasks.js'),
});
