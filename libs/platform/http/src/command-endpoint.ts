import { applyDecorators, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers } from './route-marks.js';
import { ReceiptInterceptor } from './receipt.interceptor.js';
import { RefusalInterceptor } from './refusal.interceptor.js';

/** `POST path`, which carries out one command and answers with its receipt. */
export const CommandEndpoint = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    UseInterceptors(ReceiptInterceptor, RefusalInterceptor),
    ApiOperation({ summary }),
    Answers('ReceiptAnswer'),
  );
