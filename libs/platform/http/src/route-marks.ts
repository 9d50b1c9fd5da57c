import { SetMetadata } from '@nestjs/common';

export const ANSWER = 'annals:answer';
export const PUBLIC = 'annals:public';

/** The name of the exported type that a handler's answer has. */
export const Answers = (type: string) => SetMetadata(ANSWER, type);

/** The route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);
