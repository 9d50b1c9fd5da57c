import { printable } from '@annals/text';

/** Prints a line to standard output; what a terminal would carry out is printed as escapes. */
export const print = (line: string): void => console.log(printable(line));
