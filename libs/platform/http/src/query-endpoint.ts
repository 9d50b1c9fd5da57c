import { applyDecorators, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, Needs } from './route-marks.js';

/** `GET path`, which requires the right `needs`; `answer` is the name of the exported type of the response. */
export const QueryEndpoint = (path: string, summary: string, needs: string, answer: string): MethodDecorator =>
  applyDecorators(Get(path), ApiOperation({ summary }), Needs(needs), Answers(answer));
