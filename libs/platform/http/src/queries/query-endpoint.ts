import type { Words } from '@annals/event-sourcing';
import { applyDecorators, Get } from '@nestjs/common';
import { Answers, Needs } from '../openapi/route-marks.js';
import { Summary } from '../openapi/summary.js';

/** `GET path`, which requires the right `needs`; `answer` is the name of the exported type of the response. */
export const QueryEndpoint = (path: string, summary: Words, needs: string, answer: string): MethodDecorator =>
  applyDecorators(Get(path), Summary(summary), Needs(needs), Answers(answer));
