import { isNumber, isOrganisationCode } from '@annals/text';
import { BadValue } from '../bad-value.js';
import { fileSchema, type FileSpec } from '../mapping.js';
import { compileTransforms } from '../transforms.js';
import { valueOf } from './value-of.js';
import type { Target } from './targets.js';

const LOOKED_AT = 50; // different cells of a column

const different = (cells: readonly string[]) => [...new Set(cells)].slice(0, LOOKED_AT);

/** The share of the cells of a column that a target takes; all of none. */
export const fitOf = (target: Target, cells: readonly string[], format: FileSpec): number => {
  const looked = different(cells);
  if (looked.length === 0) return 1;
  if ((target.kind === 'text' || target.kind === 'texts') && looked.every(saysYesOrNo)) return 0;
  const value = valueOf(target, 'column', looked);
  const transforms = typeof value === 'string' ? [] : [value.transform ?? []].flat();
  const apply = compileTransforms(transforms, format);
  return looked.filter((cell) => fits(target, () => apply(cell))).length / looked.length;
};

/** A free text that only says yes or no is none. */
const saysYesOrNo = (cell: string) => /^\D+$/.test(cell) && isBoolean(cell);

const isBoolean = (cell: string): boolean => {
  try {
    return typeof readBoolean(cell) === 'boolean';
  } catch {
    return false;
  }
};

const readBoolean = compileTransforms(['boolean'], fileSchema.parse({}));

/** What a free text of some fields has at least, by their last name. */
const CARRIES: Readonly<Record<string, RegExp>> = {
  ...{ phone: /\d(?:\D*\d){4}/, fax: /\d(?:\D*\d){4}/ },
  ...{ website: /\S\.\S/, organisationCode: /\d/, taxNumber: /\d/, businessLicence: /\d/ },
};

const fits = ({ path, schema }: Target, read: () => unknown): boolean => {
  try {
    const value = read();
    return schema.safeParse(value).success && (CARRIES[path.split('.').at(-1)!]?.test(String(value)) ?? true);
  } catch (error) {
    if (error instanceof BadValue) return false;
    throw error;
  }
};

const FEWEST_DIGITS = 7; // of a telephone number

/** Fields whose values look like no others, though they are free texts, by their last name. */
const LOOKS: Readonly<Record<string, (cell: string) => boolean>> = {
  phone: (cell) =>
    isNumber(cell) && /[+()\s-]|^1\d{10}$|^0\d{9,}$/.test(cell) && cell.replace(/\D/g, '').length >= FEWEST_DIGITS,
  website: (cell) => /^(https?:\/\/|www\.)\S+\.\S+$/i.test(cell),
  organisationCode: isOrganisationCode,
};

/** Whether the content of the cells of a column says that they belong to a target. */
export const looksLike = (target: Target, cells: readonly string[], format: FileSpec): boolean => {
  if (cells.length === 0) return false;
  const looks = target.isInList ? undefined : LOOKS[target.path];
  if (looks) return different(cells).every(looks);
  return isTold(target) && fitOf(target, cells, format) === 1;
};

/** Of a choice, the words tell; of a text with a form, such as an e-mail address, the form. */
const isTold = ({ kind, schema, isInList }: Target) =>
  !isInList && (kind === 'choice' || kind === 'choices' || (kind === 'text' && !schema.safeParse('text').success));
