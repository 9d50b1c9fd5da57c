/** The address of the page of a record, by its id. */
export const addressOf = {
  customer: (id: string) => `/customers/${encodeURIComponent(id)}`,
  deal: (id: string) => `/deals/${encodeURIComponent(id)}`,
  draftQuote: (dealId: string) => `/deals/${encodeURIComponent(dealId)}/quote`,
  quote: (id: string) => `/quotes/${encodeURIComponent(id)}`,
  reviseQuote: (id: string) => `/quotes/${encodeURIComponent(id)}/revise`,
  printQuote: (id: string, version: number) => `/quotes/${encodeURIComponent(id)}/print?version=${version}`,
  product: (id: string) => `/products/${encodeURIComponent(id)}`,
  complaint: (id: string) => `/complaints/${encodeURIComponent(id)}`,
  user: (id: string) => `/administration/users/${encodeURIComponent(id)}`,
  audit: (customerId: string) => `/audit/${encodeURIComponent(customerId)}`,
};
