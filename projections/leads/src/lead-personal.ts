/** Where a document of a lead has personal data. */
export const LEAD_PERSONAL = [
  ...(['name', 'jobTitle', 'company', 'phones[]', 'emails[]', 'website', 'street', 'city', 'postalCode'] as const),
  ...(['need', 'consents[].wording', 'attributes', 'note'] as const),
] as const;
