import { applyDecorators, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers } from './route-marks.js';

/** `GET path`; `answer` is the name of the exported type that the answer has. */
export const QueryEndpoint = (path: string, summary: string, answer: string): MethodDecorator =>
  applyDecorators(Get(path), ApiOperation({ summary }), Answers(answer));
