import { freshnessHeaders } from '@annals/http';
import type { Answer } from '@annals/projecting';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';

type Revision = number | null;
type Known = Answer<object> & { readonly revision?: Revision | readonly Revision[] | undefined };

/** The body of an answer as JSON, and its `ETag`. */
export type Tagged = { readonly body: string; readonly tag: string };

/**
 * The tag of a record begins with its revision, `"3.Zm9vYmFy"`, which is all that `If-Match` looks at; the digest is of the
 * whole body, so that 304 hides no change of another record in it, nor of the caller's rights. Without a revision, as of a
 * moment, the tag is weak, which `If-Match` does not accept. A record of two streams has a revision of each,
 * `"3.7.Zm9vYmFy"`.
 */
export const tagged = (value: object, revision?: Known['revision']): Tagged => {
  const body = JSON.stringify(value);
  return { body, tag: tagOf(body, revision) };
};

/** The body of an answer, with its `ETag`; none and 304 if the caller has this very answer. */
export const sendUnlessKnown = (reply: FastifyReply, known: string | undefined, answer: Known): string | undefined => {
  const { value, revision, ...state } = answer;
  return sendTagged(reply, known, { ...state, value: tagged(value, revision) });
};

/** The same for an answer that is JSON already. */
export const sendTagged = (
  reply: FastifyReply,
  known: string | undefined,
  { value: { body, tag }, ...state }: Answer<Tagged>,
): string | undefined => {
  void reply.headers({ ...freshnessHeaders(state), ETag: tag });
  if (isNamedIn(known, tag)) return void reply.status(304);
  void reply.type('application/json; charset=utf-8');
  return body;
};

const tagOf = (body: string, revision: Known['revision']) => {
  const digest = createHash('sha1').update(body).digest('base64url').slice(0, 22);
  const revisions = [revision].flat();
  const isNow = revisions.every((each) => typeof each === 'number');
  return isNow ? `"${[...revisions, digest].join('.')}"` : `W/"${digest}"`;
};

/** Whether `If-None-Match` names a tag, which it compares weakly. */
export const isNamedIn = (known: string | undefined, tag: string) =>
  known !== undefined && (known.trim() === '*' || known.split(',').some((each) => strong(each) === strong(tag)));

const strong = (tag: string) => tag.trim().replace(/^W\//, '');
