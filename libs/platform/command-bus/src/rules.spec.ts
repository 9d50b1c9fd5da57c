import type { Origin } from '@annals/event-sourcing';
import { IsInt, IsOptional, Max, Min, validateSync, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { z } from 'zod';
import { command } from './index.js';
import { keepsRules } from './rules.js';

class Paint extends command(
  'Paint',
  { colour: z.enum(['red', 'blue']), coats: z.int().max(3).optional(), note: z.string().trim().nullable() },
  { post: 'paint', summary: { en: 'Paint', zh: '刷漆' }, needs: 'paint', about: null },
) {}

/** With additional decorators beside those of a row. */
class PaintTwice extends Paint {
  @IsInt() @Max(9) readonly times!: number;
}

class Wheel {
  @Min(10) readonly size!: number;
}

class Bicycle {
  @IsOptional() @Min(1) readonly gears?: number;
  @ValidateNested({ each: true }) readonly wheels!: readonly Wheel[];
}

const origin = {} as Origin;
const anyValue = fc.oneof(
  fc.constantFrom('red', 'blue', ' red ', null, undefined, 0, 2, 2.5, 9, 10, true),
  fc.anything({ maxDepth: 1 }),
);
const verdicts = (object: object, form: new (...args: never[]) => object) =>
  [keepsRules(object, form), validateSync(object).length === 0] as const;

it.each([Paint, PaintTwice])('finds what class-validator finds: %p', (form) =>
  fc.assert(
    fc.property(fc.record({ colour: anyValue, coats: anyValue, note: anyValue, times: anyValue }), (values) => {
      const made = () => new form(values as never, origin);
      const [ours, theirs] = [keepsRules(made(), form), validateSync(made()).length === 0];
      expect(ours).toBe(theirs);
    }),
  ),
);

it('leaves conditions and nested objects to class-validator', () => {
  const bicycle = (fields: object) => Object.assign(new Bicycle(), fields);
  const wheel = (size: number) => Object.assign(new Wheel(), { size });
  expect(verdicts(bicycle({ wheels: [wheel(20), wheel(24)] }), Bicycle)).toEqual([true, true]);
  expect(verdicts(bicycle({ wheels: [wheel(20), wheel(2)] }), Bicycle)).toEqual([false, false]);
  expect(verdicts(bicycle({ gears: 0, wheels: [] }), Bicycle)).toEqual([false, false]);
});

it('passes no object of a class without rules', () => {
  class Nothing {}
  expect(verdicts(new Nothing(), Nothing)).toEqual([false, false]);
});
