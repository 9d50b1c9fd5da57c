/** Whose data a field holds. `by` is the field with the person's id, in the same or the nearest enclosing object. */
export type DataSubject = { readonly whose: 'customer' | 'contact' | 'employee'; readonly by: string };
