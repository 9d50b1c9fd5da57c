import { saidFileName } from '@annals/http';
import { fileTypeFromBuffer } from 'file-type';
import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { uploadProblems } from './upload.problems.js';

const LONGEST_NAME = 200; // characters

/** Formats without a signature: their bytes have to be text. */
const TEXTS: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' };
const SAME: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif' };

/** The name of the file in a request: without folders and control characters, in Unicode's normal form C. */
export const cleanName = (request: Parameters<typeof saidFileName>[0]): string => {
  const said = saidFileName(request).toWellFormed().normalize('NFC');
  const last = said.replaceAll('\\', '/').split('/').at(-1)!;
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const ending = extname(clean);
  return `${clean.slice(0, clean.length - ending.length).slice(0, LONGEST_NAME - 20)}${ending.slice(0, 20)}`;
};

const normal = (extension: string) => SAME[extension] ?? extension;

/** The extension of a name. Throws `HttpProblem` 415 `AttachmentTypeNotAllowed` for one that is not allowed. */
export const allowedExtension = (name: string, allowed: readonly string[]): string => {
  const extension = normal(extname(name).slice(1).toLowerCase());
  if (!allowed.map(normal).includes(extension))
    throw uploadProblems.problem('AttachmentTypeNotAllowed', { allowed: allowed.join(', ') });
  return extension;
};

/**
 * The media type by the signature of the first bytes, whatever the name says. Throws `HttpProblem` 415 `AttachmentTypeDiffers` if that is not
 * what the extension stands for.
 */
export const verifiedType = async (extension: string, start: Uint8Array): Promise<string> => {
  const found = await fileTypeFromBuffer(start);
  if (found && normal(found.ext) === extension) return found.mime;
  const text = TEXTS[extension];
  if (text !== undefined && !found && isText(start)) return text;
  throw uploadProblems.problem('AttachmentTypeDiffers', { extension });
};

/** The sample may end within a character. */
const isText = (start: Uint8Array): boolean =>
  !start.includes(0) && [0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, start.length - cut)));
