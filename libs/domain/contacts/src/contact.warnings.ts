import type { ContactEvent } from '@annals/contracts-contacts';
import type { Found } from '@annals/event-sourcing';
import { contactFindings } from './contact.findings.js';

const { finding } = contactFindings;

/** What the caller should know of a contact that has just been recorded. */
export const warningsOn = ({ type, data }: ContactEvent): readonly Found[] => {
  if (type !== 'ContactMade') return [];
  const { preferredChannel, breaches, overridden: rules = [], allowanceId } = data;
  return [
    ...(breaches ? [finding('ContactRecordedAsBreach', { rules: breaches })] : []),
    ...(allowanceId === undefined ? [] : [finding('ContactAllowedByException', { allowanceId, rules })]),
    ...(preferredChannel ? [finding('OtherChannelPreferred', { preferredChannel })] : []),
  ];
};
