import library from 'stdnum';

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const withCheck = (start, isValid) => [...LETTERS].map((letter) => start + letter).find(isValid);

const { uscc, ric } = library.stdnum.CN;

/** A valid unified social credit code of a company at a place of six digits; `number` tells companies apart. */
export const creditCode = (place, number) =>
  withCheck(`91${place}MA0DEM${`${number}`.padStart(3, '0')}`, (code) => uscc.validate(code).isValid);

/** A valid number of an identity card. `birthDate` is a day, `number` has at most three digits. */
export const identityNumber = (place, birthDate, number) =>
  withCheck(
    `${place}${birthDate.replaceAll('-', '')}${`${number}`.padStart(3, '0')}`,
    (code) => ric.validate(code).isValid,
  );
