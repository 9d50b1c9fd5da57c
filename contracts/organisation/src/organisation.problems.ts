import { problems } from '@annals/event-sourcing';

/** What the organisation's own rules and those of its credentials raise. */
export const credentialProblems = problems({
  ApiKeyExpired: {
    kind: 'conflict',
    title: { en: 'Expiry is in the past', zh: '到期时间已过' },
    detail: {
      en: 'The key would expire at {expiresAt}, which is past. Send a later time, or none.',
      zh: '该密钥的到期时间 {expiresAt} 已过。请发送更晚的时间，或不设到期时间。',
    },
    example: { expiresAt: '2026-01-05T09:00:00.000Z' },
  },
});
