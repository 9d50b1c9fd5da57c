/** The address of the page of a record, by its id. */
export const addressOf = {
  customer: (id: string) => `/customers/${encodeURIComponent(id)}`,
  deal: (id: string) => `/deals/${encodeURIComponent(id)}`,
  product: (id: string) => `/products/${encodeURIComponent(id)}`,
  complaint: (id: string) => `/complaints/${encodeURIComponent(id)}`,
  user: (id: string) => `/administration/users/${encodeURIComponent(id)}`,
  audit: (customerId: string) => `/audit/${encodeURIComponent(customerId)}`,
};
