/** The decimal digits of a text, full-width ones as plain ones. */
export const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
