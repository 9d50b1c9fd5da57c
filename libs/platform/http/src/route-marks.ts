import { SetMetadata } from '@nestjs/common';

export const ANSWER = 'annals:answer';
export const NEEDS = 'annals:needs';
export const PUBLIC = 'annals:public';
/** Metadata key of the command that a route carries out. */
export const COMMAND = 'annals:command';

/** The name of the exported type that a handler's answer has. */
export const Answers = (type: string) => SetMetadata(ANSWER, type);

/**
 * The right that the route needs; `signed-in` needs none, `each` is asked for every command of the request.
 * A route that carries out no command and says nothing is refused to everybody.
 */
export const Needs = (right: string) => SetMetadata(NEEDS, right);

/** The route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);
