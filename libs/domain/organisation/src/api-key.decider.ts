import { ApiKeyIssued, ApiKeyRevoked, ORGANISATION, userStream } from '@annals/contracts-organisation';
import type { ApiKeyEvent } from '@annals/contracts-organisation';
import { sameContent, userProblems } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import type * as commands from './api-key.commands.js';
import { organisationProblems } from './organisation.problems.js';

type ApiKey = { readonly issued: Of<ApiKeyEvent, 'ApiKeyIssued'>['data']; readonly revoked: boolean } | null;

export const apiKey: Decider<CommandOf<typeof commands>, ApiKey, ApiKeyEvent, boolean> = {
  stream: ({ keyId }) => `apikey-${keyId}`,
  subject: () => ORGANISATION,
  initial: null,
  context: {
    stream: (command) => (command.type === 'IssueApiKey' ? userStream(command.userId) : undefined),
    initial: false,
    evolve: { UserAdded: () => true },
  },

  decide: {
    IssueApiKey: ({ keyId, userId, name, expiresAt = null }, key, at, userIsKnown) => {
      const issued = ApiKeyIssued.event({ keyId, userId, name, expiresAt });
      if (key)
        return sameContent(key.issued, issued.data)
          ? []
          : organisationProblems.reject('ApiKeyAlreadyIssued', { keyId });
      if (!userIsKnown) userProblems.rejectReference('UserUnknown', { userId });
      if (expiresAt !== null && new Date(expiresAt) <= at) userProblems.reject('ApiKeyExpired', { keyId, expiresAt });
      return [issued];
    },

    RevokeApiKey: ({ keyId }, key) => {
      const { issued, revoked } = key ?? organisationProblems.reject('ApiKeyUnknown', { keyId });
      return revoked ? [] : [ApiKeyRevoked.event({ keyId, userId: issued.userId })];
    },
  },

  evolve: {
    ApiKeyIssued: (_, issued) => ({ issued, revoked: false }),
    ApiKeyRevoked: (key) => ({ ...key!, revoked: true }),
  },
};
