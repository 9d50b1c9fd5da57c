import { SetMetadata } from '@nestjs/common';

export const ANSWER = 'annals:answer';

/** The name of the exported type that a handler's answer has. */
export const Answers = (type: string) => SetMetadata(ANSWER, type);
