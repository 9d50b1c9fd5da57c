import { page } from '../page.js';

export default page({
  path: '/complaints/:complaintId',
  title: { en: 'Complaint', zh: '投诉' },
  right: 'complaints.read',
  view: () => import('./complaint.js'),
});
