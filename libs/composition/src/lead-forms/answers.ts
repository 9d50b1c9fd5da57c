import { Fits } from '@annals/command-bus/forms';
import { formAnswers, type FormAnswers } from '@annals/contracts-leads';

const { shape } = formAnswers;

/** The body of a lead that a page sends. */
export class LeadFormAnswers {
  @Fits(shape.name) readonly name?: FormAnswers['name'];
  @Fits(shape.jobTitle) readonly jobTitle?: FormAnswers['jobTitle'];
  @Fits(shape.company) readonly company?: FormAnswers['company'];
  @Fits(shape.website) readonly website?: FormAnswers['website'];
  @Fits(shape.phone) readonly phone?: FormAnswers['phone'];
  @Fits(shape.email) readonly email?: FormAnswers['email'];
  @Fits(shape.street) readonly street?: FormAnswers['street'];
  @Fits(shape.city) readonly city?: FormAnswers['city'];
  @Fits(shape.postalCode) readonly postalCode?: FormAnswers['postalCode'];
  @Fits(shape.region) readonly region?: FormAnswers['region'];
  @Fits(shape.country) readonly country?: FormAnswers['country'];
  @Fits(shape.language) readonly language?: FormAnswers['language'];
  @Fits(shape.industry) readonly industry?: FormAnswers['industry'];
  @Fits(shape.products) readonly products?: FormAnswers['products'];
  @Fits(shape.need) readonly need?: FormAnswers['need'];
  @Fits(shape.campaignId) readonly campaignId?: FormAnswers['campaignId'];
  @Fits(shape.consent) readonly consent?: FormAnswers['consent'];
  @Fits(shape.homepage) readonly homepage?: FormAnswers['homepage'];
  @Fits(shape.submissionId) readonly submissionId?: FormAnswers['submissionId'];
}
