import { page } from '../page.js';
import { useWaiting } from './use-waiting.js';

export default page({
  path: '/leads',
  title: { en: 'Leads', zh: '线索' },
  right: 'leads.read',
  menu: { place: 25, icon: 'star', useCount: useWaiting },
  view: () => import('./leads.js'),
});
