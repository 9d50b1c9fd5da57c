import { Configuration } from '@annals/configuration';
import { RateLimit } from '@annals/http';
import { Module } from '@nestjs/common';
import { FORM_LIMITS, LeadFormGuard, type FormLimits } from './lead-form.guard.js';
import { LeadFormsController } from './lead-forms.controller.js';

type Settings = { readonly formLimit: number; readonly formAddressLimit: number };

const limits = ({ slices }: Configuration): FormLimits => {
  const { formLimit, formAddressLimit } = slices['leads'] as Settings;
  return { forms: new RateLimit('form', formLimit), addresses: new RateLimit('forms', formAddressLimit) };
};

/** The public route by which pages send leads. The process carries out commands. */
@Module({
  controllers: [LeadFormsController],
  providers: [LeadFormGuard, { provide: FORM_LIMITS, inject: [Configuration], useFactory: limits }],
})
export class LeadFormsModule {}
