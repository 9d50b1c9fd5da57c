import { page } from '../page.js';

export default page({
  path: '/lead-rules',
  title: { en: 'Lead rules', zh: '线索规则' },
  right: 'leads.manage',
  menu: { place: 26, icon: 'split' },
  actions: [
    {
      title: { en: 'Add an assignment rule', zh: '添加分配规则' },
      icon: 'plus',
      to: '/lead-rules?add=rule',
      right: 'leads.manage',
    },
    {
      title: { en: 'Add a lead form', zh: '添加线索表单' },
      icon: 'plus',
      to: '/lead-rules?tab=forms&add=form',
      right: 'leads.manage',
    },
  ],
  view: () => import('./lead-rules.js'),
});
