import { httpProblems } from '@annals/http';

/** Problems of the health of a process. */
export const healthProblems = httpProblems({
  NotReady: {
    status: 503,
    title: { en: 'Not ready', zh: '尚未就绪' },
    detail: {
      en: 'The process cannot do its work: `details.reasons` says why. Wait: it goes on by itself once that has passed.',
      zh: '进程暂时无法工作，原因见 `details.reasons`；请等待：原因消除后自动恢复。',
    },
    example: { reasons: [{ reason: 'StoresUnreadable', trouble: 'The stores have not answered within 5 s.' }] },
  },
});
