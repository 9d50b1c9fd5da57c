import type { Language, Receipt } from '@annals/event-sourcing';
import type { FastifyReply } from 'fastify';
import { encodeConsistencyToken } from '../queries/consistency-token.js';
import { languageOf } from '../server/language.js';
import type { CommandRequest } from './command-request.js';
import type { DuplicateNote, Notes, ResponsibilityCount } from './receipt-notes.js';

/** The response to a command. */
export type ReceiptAnswer = Omit<Receipt, 'warnings'> & {
  readonly id: string;
  /** @example MTo0MTI */
  readonly consistencyToken: string;
  /** What the caller should know although the command was carried out, in the language of the request. */
  readonly warnings?: readonly Warning[];
  /** What a user was responsible for just before a command that takes work away or hands it over. */
  readonly responsibilities?: readonly ResponsibilityCount[];
  /** Customers that the registered one probably is, the most probable first, as far as the caller may see them. */
  readonly duplicates?: readonly DuplicateNote[];
};

/** `code` is stable; `detail` says what to know and to do. */
export type Warning = { readonly code: string; readonly detail: string };

export const receiptAnswer = (
  { stream, revision, position, warnings }: Receipt,
  language: Language,
  id = idIn(stream),
): ReceiptAnswer => ({
  stream,
  revision,
  position,
  id,
  consistencyToken: encodeConsistencyToken(position),
  ...(warnings && { warnings: warnings.map(({ code, reason }) => ({ code, detail: reason[language] })) }),
});

const idIn = (stream: string) => stream.slice(stream.indexOf('-') + 1);

/** 201 with `Location` for a created record, otherwise 200; the revision is the `ETag`. */
export const answerWith = (
  receipt: Receipt,
  notes: Notes,
  request: CommandRequest,
  reply: FastifyReply,
): ReceiptAnswer => {
  const language = languageOf(request.headers['accept-language']);
  const answer = { ...receiptAnswer(receipt, language, request.created), ...notes };
  if (answer.warnings ?? answer.duplicates) void reply.header('Content-Language', language);
  void reply.headers({ ETag: `"${answer.revision}"`, 'Consistency-Token': answer.consistencyToken });
  if (request.created !== undefined) void reply.status(201);
  if (hasAddress(request)) void reply.header('Location', addressOf(request, answer.id));
  return answer;
};

// Parts are read with their record, so only records at the top of a path have an address.
const hasAddress = ({ created, params }: CommandRequest) =>
  created !== undefined && Object.keys(params as object).length === 0;

const addressOf = ({ url }: CommandRequest, id: string) => `${url.split('?')[0]}/${encodeURIComponent(id)}`;
