import { applyDecorators, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';

/** `POST path`, which carries out one command and answers with its receipt. */
export const CommandEndpoint = (path: string, summary: string): MethodDecorator =>
  applyDecorators(Post(path), ApiOperation({ summary }));
