import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument, type ApiDescription } from './openapi.document.js';

/**
 * `/docs` for people and `/openapi.json` for programs, without authentication. Must be called before the process listens. The
 * description is asked for at the first request, because it takes long.
 */
export const serveDocs = (app: INestApplication, description: () => ApiDescription): void => {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, description()), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Annals API',
    swaggerOptions: { persistAuthorization: true },
  });
};
