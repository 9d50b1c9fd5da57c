import type { Words } from '@annals/event-sourcing';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiOperation, type ApiOperationOptions } from '@nestjs/swagger';

export const SUMMARY = 'annals:summary';

/** What a route does, in both languages; the OpenAPI document has the Chinese under `x-summary-zh` and `x-description-zh`. */
export const Summary = (summary: Words, description?: Words): MethodDecorator => {
  const operation = {
    ...{ summary: summary.en, 'x-summary-zh': summary.zh },
    ...(description && { description: description.en, 'x-description-zh': description.zh }),
  };
  return applyDecorators(SetMetadata(SUMMARY, summary), ApiOperation(operation satisfies ApiOperationOptions & object));
};
