import { Fits } from '@annals/command-bus/forms';
import { moment } from '@annals/reading';
import type { Question } from '@annals/slice';
import type { Type } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { FreshQuery } from '../page.js';

/** What every question takes; each has a class that adds its own parameters. */
export class QuestionForm extends FreshQuery {
  /** The moment that is asked about: an instant, or the beginning of a day in `TIME_ZONE`; now by default. */
  @IsOptional() @Fits(moment) readonly at?: string;
}

/** The form of `?channel=…&at=…`. */
export const questionForm = ({ fields }: Question): Type<QuestionForm> => {
  class Form extends QuestionForm {}
  for (const [name, schema] of Object.entries(fields)) {
    const prototype = Form.prototype as object;
    if (schema.safeParse(undefined).success) IsOptional()(prototype, name);
    Fits(schema)(prototype, name);
  }
  return Form;
};
