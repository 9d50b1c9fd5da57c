import { namingOf } from '@annals/command-bus';
import { ApiKeyIssued, ApiKeyRevoked, UserAdded } from '@annals/contracts-organisation';
import { handle, NO_STREAM } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { newEvent, NOW, scenarios } from '@annals/testing';
import { originOf } from '../test/origin.js';
import { apiKey } from './api-key.decider.js';

const given = scenarios(apiKey);
const known = UserAdded.event({ userId: 'erp', name: 'erp', displayName: 'ERP' });
const key = { keyId: 'k-7', userId: 'erp', name: 'nightly orders' };
const issued = ApiKeyIssued.event({ ...key, expiresAt: null });
const revoked = ApiKeyRevoked.event({ keyId: 'k-7', userId: 'erp' });
const issue = { type: 'IssueApiKey', ...key } as const;
const revoke = { type: 'RevokeApiKey', keyId: 'k-7' } as const;

describe('issuing an API key', () => {
  it('records its user', () => given().inContext(known).when(issue).then(issued));
  it('may have an expiry', () => {
    const expiresAt = '2027-01-01T00:00:00.000Z';
    given()
      .inContext(known)
      .when({ ...issue, expiresAt })
      .then(ApiKeyIssued.event({ ...key, expiresAt }));
  });
  it('is silent when repeated, even after it was revoked', () => {
    given(issued).when(issue).thenNothing();
    given(issued, revoked).when(issue).thenNothing();
  });
  it('is refused when another key has the id', () =>
    given(issued)
      .when({ ...issue, userId: 'bi' })
      .thenRejected('ApiKeyAlreadyIssued', { keyId: 'k-7' }));
  it('is refused for an unknown user', () => given().when(issue).thenRejected('UserUnknown'));
  it('is refused with an expiry in the past', () =>
    given()
      .inContext(known)
      .when({ ...issue, expiresAt: NOW.toISOString() })
      .thenRejected('ApiKeyExpired'));
});

describe('revoking an API key', () => {
  it('ends it', () => given(issued).when(revoke).then(revoked));
  it('is silent when repeated', () => given(issued, revoked).when(revoke).thenNothing());
  it('is refused for an unknown key', () => given().when(revoke).thenRejected('ApiKeyUnknown'));
});

it('has a separate stream that is not about a customer', async () => {
  const store = new MemoryEventStore();
  const naming = namingOf(new Uint8Array(32));
  await store.append('user-erp', NO_STREAM, [{ ...newEvent('added'), ...known }]);
  await handle(store, apiKey, issue, originOf('issue'), { naming });
  await handle(store, apiKey, revoke, originOf('revoke'), { naming });
  expect(await store.read('apikey-k-7')).toMatchObject([
    { ...issued, subject: '@organisation' },
    { ...revoked, subject: '@organisation' },
  ]);
});
