import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

export const ANSWER = 'annals:answer';
export const ANSWER_SCHEMAS = 'annals:answer-schemas';
export const NEEDS = 'annals:needs';
export const PUBLIC = 'annals:public';
/** Metadata key of the command of a route. */
export const COMMAND = 'annals:command';

/** The name of the exported type of a handler's response. */
export const Answers = (type: string) => SetMetadata(ANSWER, type);

/** JSON Schemas by name, if the response has no exported type; they refer to each other as `#/$defs/<name>`. */
export const AnswerSchemas = (schemas: () => Readonly<Record<string, object>>) => SetMetadata(ANSWER_SCHEMAS, schemas);

/**
 * The right that the route requires; `signed-in` accepts every user, `each` is checked for every command of the request. A
 * route without a command and without this decorator is refused to everyone.
 */
export const Needs = (right: string) => SetMetadata(NEEDS, right);

/** The route requires no authentication. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Metadata key of routes whose body is a file. */
export const FILE = 'annals:file';

/** The media types of files that are sent. */
export const FILE_TYPES = ['text/csv', 'application/octet-stream'];

/** Metadata key of routes whose body may be a plain HTML form. */
export const HTML_FORM = 'annals:html-form';

/** The media type of plain HTML forms. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The body of the route is JSON or a plain HTML form, and small. */
export const TakesHtmlForm = () => applyDecorators(SetMetadata(HTML_FORM, true), RouteConfig({ [HTML_FORM]: true }));

/** The body of the route is a file, as a stream that the handler reads and limits: see `fileIn`. */
export const TakesFile = () => applyDecorators(SetMetadata(FILE, true), RouteConfig({ [FILE]: true }));
