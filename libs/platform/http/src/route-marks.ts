import { SetMetadata } from '@nestjs/common';

export const ANSWER = 'annals:answer';
export const ANSWER_SCHEMAS = 'annals:answer-schemas';
export const NEEDS = 'annals:needs';
export const PUBLIC = 'annals:public';
/** Metadata key of the command that a route carries out. */
export const COMMAND = 'annals:command';
export const REVISION = 'annals:revision';

/** The name of the exported type that a handler's answer has. */
export const Answers = (type: string) => SetMetadata(ANSWER, type);

/** JSON Schemas by name, where the answer has no type that is exported; they refer to each other as `#/$defs/<name>`. */
export const AnswerSchemas = (schemas: Readonly<Record<string, object>>) => SetMetadata(ANSWER_SCHEMAS, schemas);

/** The answer has the revision of its record as `ETag`. */
export const TellsRevision = () => SetMetadata(REVISION, true);

/**
 * The right that the route needs; `signed-in` needs none, `each` is asked for every command of the request.
 * A route that carries out no command and says nothing is refused to everybody.
 */
export const Needs = (right: string) => SetMetadata(NEEDS, right);

/** The route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);
