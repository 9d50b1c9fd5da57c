import { MappingError } from './mapping-error.js';
import type { Read, Scope } from './scope.js';

/**
 * Text with columns in braces; `{{` is a literal brace. Blank columns are empty; if all are blank, so is the text.
 * Throws `MappingError`.
 */
export const compileTemplate = (template: string, scope: Scope): { readonly read: Read; readonly fixed: boolean } => {
  const parts = [...template.matchAll(/\{\{|\}\}|\{([^{}]+)\}|[^{}]+|[{}]/g)].map(([whole, column]) => {
    if (whole === '{' || whole === '}') throw new MappingError([`"${template}" has a brace without its partner`]);
    return column === undefined ? whole.replace(/^(\{\{|\}\})$/, whole.slice(0, 1)) : scope.column(column.trim()).read;
  });
  const fixed = parts.every((part) => typeof part === 'string');
  const read: Read = (frames, report) => {
    let [text, taken] = ['', fixed];
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : part(frames, report);
      if (piece === undefined) continue;
      text += piece;
      taken ||= typeof part !== 'string';
    }
    return taken && text.trim() !== '' ? text.trim() : undefined;
  };
  return { read, fixed };
};
