/** The stream of the contacts with a customer. */
export const contactsStream = (customerId: string): string => `contacts-${customerId}`;
