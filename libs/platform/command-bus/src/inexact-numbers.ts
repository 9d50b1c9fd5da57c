import { expected } from '@annals/contracts-values';
import { inexactNumbersIn } from '@annals/text';
import { fieldError, MOST_ERRORS, type Misfit } from './field-errors.js';

const message = expected(
  'the number as a text in quotes, because a JSON number carries only 15 digits',
  '以引号括起的文本：JSON 数字只能准确保留 15 位',
);

/** Errors for the numbers of a JSON text that lose digits when it is read; at most `MOST_ERRORS`. */
export const inexactNumberErrors = (json: string): readonly Misfit[] =>
  inexactNumbersIn(json, MOST_ERRORS).map(({ path, text }) =>
    fieldError(path, 'exactNumber', { code: 'custom', message, path: [], params: {} }, text),
  );
